"""An assistant: what a conversation is made for, described by a folder. Frozen types, no I/O.

The words of the files are French (agents write them); :mod:`beffroi.assistants.files` turns them
into these types and back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from beffroi.assistants.types import NO_CONTACT, Contact, Status
from beffroi.knowledge import Source
from beffroi.llm.types import Place

#: Whom the assistant speaks to: it decides who may open it.
Audience = Literal["agents", "habitants"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Forbidden:
    """A subject that this assistant does not treat: any of ``words`` in a question (whole words,
    accents and case apart) gives ``answer``, before any search."""

    subject: str
    words: tuple[str, ...]
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A question and the good answer, in the tone of the house; shown to the model."""

    name: str
    question: str
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected:
    """What must hold of an answer. Texts are compared without regard to case and blanks.

    ``cites`` are ``document_id``: each must be cited. ``reading``: the least index of Kandel and
    Moles (about 0 to 100, :func:`beffroi.clarity.profile`). ``same_for``: the question is asked
    again with ``$personne`` replaced by each of these; status, text and citations must be the same.
    """

    status: Status = "repondu"
    contains: tuple[str, ...] = ()
    silent_about: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    max_characters: int | None = None
    reading: int | None = None
    same_for: tuple[str, ...] = ()
    needs_model: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """An *essai*: a question (and those asked before it), and what must hold of the answer."""

    name: str
    title: str
    question: str
    before: tuple[str, ...]
    expected: Expected


@dataclass(frozen=True, kw_only=True, slots=True)
class Assistant:
    """A whole assistant. ``collections`` empty: all those the person may read. ``modeles`` are the
    names of the modèles it may send to. ``review`` is the date on which its owner reads it again.
    ``farthest_place``: where its questions may go unmasked. ``documents`` come with the folder:
    its essais answer from them.
    """

    name: str
    title: str
    version: int
    purpose: str
    instruction: str
    audience: Audience = "agents"
    tone: str = ""
    owner: str = ""
    review: date | None = None
    farthest_place: Place = "machine"
    collections: tuple[str, ...] = ()
    modeles: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    contact: Contact = NO_CONTACT
    examples: tuple[Example, ...] = ()
    trials: tuple[Trial, ...] = ()
    documents: tuple[Source, ...] = ()

    @property
    def reference(self) -> str:
        """``name@version``, kept with every answer."""
        return f"{self.name}@{self.version}"


#: Who answers when no assistant was chosen.
PLAIN = Assistant(
    name="documents",
    title="Vos documents",
    version=1,
    purpose="Répondre d’après les documents de la collectivité.",
    instruction="Vous répondez aux questions d’après les documents de la collectivité.",
)
