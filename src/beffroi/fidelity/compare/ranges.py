"""« du 3 au 7 » made « le 3 et le 7 »: two days where there was a period."""

from __future__ import annotations

from itertools import pairwise

from beffroi.fidelity.same import same
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

WHY = "Entre les deux dates, la règle vaut aussi\N{NO-BREAK SPACE}: le brouillon ne le dit plus."
Pair = tuple[Fact, Fact]


def compare_ranges(sides: Sides) -> list[Finding]:
    """A period of the source whose two dates stand side by side in the draft, unlinked."""
    loose = [pair for pair in _neighbours(sides.draft) if _loose(sides.draft, pair)]
    whole = [pair for side in (sides.draft, sides.common) for pair in _ranges(side)]
    return [
        _finding(sides, said, broken)
        for said in _ranges(sides.source)
        if not any(_alike(said, kept) for kept in whole)
        for broken in loose
        if _alike(said, broken)
    ]


def _loose(side: Side, pair: Pair) -> bool:
    """« le 3 et le 7 », without « entre » before them."""
    before = side.plain[max(0, pair[0].span.start - 14) : pair[0].span.start]
    return not pair[0].bound and not pair[1].bound and "entre " not in before


def _ranges(side: Side) -> list[Pair]:
    return [p for p in _neighbours(side) if p[0].bound == "min" and p[1].bound == "max"]


def _neighbours(side: Side) -> list[Pair]:
    """Dates that follow each other in one sentence."""
    dates = [fact for fact in side.facts if fact.family == "date"]
    return [
        (first, last)
        for first, last in pairwise(dates)
        if side.sentence_of(first.span.start) == side.sentence_of(last.span.start)
    ]


def _alike(one: Pair, other: Pair) -> bool:
    return same(one[0], other[0]) and same(one[1], other[1])


def _finding(sides: Sides, said: Pair, broken: Pair) -> Finding:
    source, draft = (Span(start=p[0].span.start, end=p[1].span.end) for p in (said, broken))
    return finding(
        "plage.rompue", "bloquant", "Une période devient deux dates", WHY, source=source,
        draft=draft, source_text=sides.source.text, draft_text=sides.draft.text,
        suggestion=source.of(sides.source.text),
    )  # fmt: skip
