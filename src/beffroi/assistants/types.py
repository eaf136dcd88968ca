"""What is asked of an assistant and what it answers. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from beffroi.findings import Finding, Span
from beffroi.knowledge import Hit
from beffroi.llm.types import Completion, Wait

#: ``urgence`` and ``hors_limites`` are decided by rule, before any model.
Status = Literal["repondu", "pas_trouve", "hors_limites", "urgence"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One exchange of the conversation so far, as the person saw it."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """``text`` is exactly ``source.text[span]`` of the document ``document_id``, titled ``title``.
    ``url`` is the place of the original, empty if nowhere; ``page`` is 1-based."""

    document_id: str
    title: str
    span: Span
    text: str
    url: str = ""
    page: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """``cites`` are ranks (from 0) in ``Answer.citations``: at least one for a sentence that says
    something of the documents. ``quoted``: the words are those of the document."""

    text: str
    cites: tuple[int, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """The office that answers when the documents do not. Every field may be empty."""

    office: str = ""
    telephone: str = ""
    email: str = ""
    hours: str = ""


NO_CONTACT = Contact()


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """``text`` is the sentences laid out, ready to be read. ``removed`` are sentences of the model
    that no passage supports, left out of ``text``. ``nearest`` are titles (``document_id``, title)
    when nothing was found. ``completion`` is ``None`` when no model took part."""

    question: str
    status: Status
    text: str
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    removed: tuple[str, ...] = ()
    nearest: tuple[tuple[str, str], ...] = ()
    contact: Contact | None = None
    findings: tuple[Finding, ...] = ()
    completion: Completion | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Passages:
    """Event: what was found, before any wording (within one second)."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Event: one more sentence, already supported by its passage; or a wait for the model."""

    sentence: Sentence | None = None
    wait: Wait | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """Event, always the last: the whole answer."""

    answer: Answer


Event = Passages | Piece | Answered
