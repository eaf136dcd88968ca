"""What goes into a consultation's analysis and what comes out. No I/O here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Position = Literal["pour", "contre", "nuance", "sans"]
POSITIONS: tuple[Position, ...] = ("pour", "contre", "nuance", "sans")

#: What became of a row of the file. Every row has exactly one status.
RowStatus = Literal["analysee", "copie", "sans_reponse", "hors_sujet", "illisible", "autre_langue"]
STATUSES: tuple[RowStatus, ...] = (
    "analysee",
    "copie",
    "sans_reponse",
    "hors_sujet",
    "illisible",
    "autre_langue",
)

#: Who put an answer under a theme: the machine, or the person of that name.
MACHINE = "machine"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One row of the file: ``row`` counts from 1, ``person`` identifies who wrote it if known."""

    row: int
    text: str
    person: str = ""
    profile: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """An answer and what became of it; ``copy_of`` is the row of the text that it repeats."""

    answer: Answer
    status: RowStatus
    reason: str = ""
    copy_of: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """Characters ``start`` to ``end`` of the answer of ``row``, under ``theme``."""

    row: int
    start: int
    end: int
    theme: str = ""
    position: Position = "sans"


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """``n_answers`` counts answers, copies included; ``n_people`` counts their authors.

    ``positions`` counts answers by position inside the theme: its values sum to ``n_answers``.
    ``verbatims`` are rows chosen to be representative and different from each other.
    """

    id: str
    title: str
    description: str
    parent: str | None
    n_answers: int
    n_people: int
    positions: Mapping[Position, int]
    words: tuple[str, ...] = ()
    verbatims: tuple[Idea, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sorted:
    """An answer sorted: the ids of its themes (the strongest first), its position, its ideas.

    A copy has no ideas of its own: those of ``copy_of``, the row of the text that it repeats.
    """

    row: int
    themes: tuple[str, ...]
    position: Position
    ideas: tuple[Idea, ...]
    flags: tuple[str, ...] = ()
    decided_by: str = MACHINE
    copy_of: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WeakSignal:
    """A passage that few people wrote and that somebody must read. ``reasons`` are French."""

    row: int
    start: int
    end: int
    reasons: tuple[str, ...]
    urgency: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """Two passages of one theme that ask for opposite things, for a person to check."""

    theme: str
    first: Idea
    second: Idea
    subject: str
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A sentence of the synthesis and the rows that support it. Numbers come from the code.

    ``about``: which answers it counts, a theme (``t1``) or a position inside it (``t1/contre``).
    """

    text: str
    cites: tuple[int, ...]
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A whole analysis. ``accounting`` counts rows by status and sums to ``rows``."""

    question: str
    rows: int
    accounting: Mapping[RowStatus, int]
    reasons: Mapping[int, str]
    themes: tuple[Theme, ...]
    answers: tuple[Sorted, ...]
    weak_signals: tuple[WeakSignal, ...]
    contradictions: tuple[Contradiction, ...]
    synthesis: tuple[Statement, ...]
    tracks: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
