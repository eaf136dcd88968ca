"""« du 7 à 7 h 30 au 10 à 17 h » runs day and night; « du 7 au 10, de 7 h 30 à 17 h » each day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from beffroi.fidelity.same import same
from beffroi.fidelity.sides import Side
from beffroi.fidelity.types import Fact
from beffroi.findings import Span

_OF_DATE = re.compile(r",? ?(?:a|des|jusqu'a|a partir de|-)? ?")
_TO = re.compile(r" ?(?:a|-|et|jusqu'a) ?")
_WITHOUT_PAUSE = re.compile(r"(?<!\w)(?:jour et nuit|sans interruption|en continu|24 ?h? ?/ ?24)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """Two days and two hours; ``daily`` when the hours come back each day."""

    daily: bool
    dates: tuple[Fact, Fact]
    hours: tuple[Fact, Fact]
    span: Span


def date_of(side: Side, hour: Fact) -> Fact | None:
    """The date that ``hour`` belongs to: « le 7 avril à 7 h 30 »."""
    before = [f for f in side.facts if f.family == "date" and f.span.end <= hour.span.start]
    if not before or not _OF_DATE.fullmatch(side.plain[before[-1].span.end : hour.span.start]):
        return None
    return before[-1]


def periods(side: Side) -> list[Period]:
    """The periods that one sentence gives whole, in order."""
    found = []
    for index in range(len(side.sentences)):
        here = [f for f in side.facts if side.sentence_of(f.span.start) == index]
        hours = [f for f in here if f.family == "heure"]
        dates = [f for f in here if f.family == "date" and f.value[2]]
        for pair in pairwise(hours):
            period = _whole(side, pair) or _daily(side, pair, dates, index)
            found += [period] if period else []
    return found


def same_period(source: Period, draft: Period) -> bool:
    """The same two days and the same two hours, whatever ``daily`` is."""
    pairs = zip((*source.dates, *source.hours), (*draft.dates, *draft.hours), strict=True)
    return all(same(one, other) for one, other in pairs)


def _whole(side: Side, hours: tuple[Fact, Fact]) -> Period | None:
    first, last = (date_of(side, hour) for hour in hours)
    if first is None or last is None or same(first, last):
        return None
    return _period(False, (first, last), hours)


def _daily(side: Side, hours: tuple[Fact, Fact], dates: list[Fact], index: int) -> Period | None:
    between = side.plain[hours[0].span.end : hours[1].span.start]
    ranges = [pair for pair in pairwise(dates) if pair[0].bound == "min" and pair[1].bound == "max"]
    if not _TO.fullmatch(between) or len(ranges) != 1 or len(dates) > len(ranges[0]):
        return None
    if _WITHOUT_PAUSE.search(side.plain_sentence(index)):
        return None
    return _period(True, ranges[0], hours)


def _period(daily: bool, dates: tuple[Fact, Fact], hours: tuple[Fact, Fact]) -> Period:
    spans = [fact.span for fact in (*dates, *hours)]
    span = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    return Period(daily=daily, dates=dates, hours=hours, span=span)
