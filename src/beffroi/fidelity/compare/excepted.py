"""A sentence of the draft that tells what the source excepts: it is on the other side by right."""

from __future__ import annotations

from beffroi.fidelity.clauses import Clause, clauses
from beffroi.fidelity.context import Mention
from beffroi.fidelity.reach import coverage
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.words import Word

#: From this share of its words on, an exception is told.
_TOLD = 0.5
_KINDS = frozenset({"exception", "restriction", "condition", "consequence"})


def tells_exception(sides: Sides, said: Mention, written: Mention) -> bool:
    """« Drapeau rouge : baignade interdite » tells what « sauf drapeau rouge » excepts."""
    told = [w for w in sides.draft.content(written.sentence) if w.start != written.span.start]
    return any(
        clause.kind in _KINDS
        and clause.sentence == said.sentence
        and not clause.span.start <= said.span.start < clause.span.end
        and _governed_told(sides, clause, told)
        for clause in clauses(sides.source)
    )


def _governed_told(sides: Sides, clause: Clause, told: list[Word]) -> bool:
    words = [
        w
        for w in sides.source.content(clause.sentence)
        if clause.cue.end <= w.start < clause.span.end
    ]
    return bool(words) and coverage(words, told) >= _TOLD
