"""Times of day, in minutes; « de 8 h à 12 h » gives a start and an end."""

from __future__ import annotations

import re

from beffroi.fidelity.bounds import bound_of
from beffroi.fidelity.facts.reading import Reading
from beffroi.fidelity.types import Bound
from beffroi.french.times import Time, format_time, times

_TO = re.compile(r" ?(?:a|-|/|et|jusqu'a) ?")


def read_times(reading: Reading) -> None:
    found = times(reading.text)
    for index, time in enumerate(found):
        reading.add(
            "heure",
            (str(time.minutes % 1440),),
            time.span,
            label=format_time(time.minutes),
            bound=_bound(reading.plain, found, index),
        )


def _bound(plain: str, found: list[Time], index: int) -> Bound:
    time = found[index]
    if index + 1 < len(found) and _linked(plain, time, found[index + 1]):
        return "min"
    if index and _linked(plain, found[index - 1], time):
        return "max"
    return bound_of(plain, time.span.start, time.span.end)


def _linked(plain: str, first: Time, second: Time) -> bool:
    between = plain[first.span.end : second.span.start]
    if not _TO.fullmatch(between):
        return False
    lead = plain[max(0, first.span.start - 8) : first.span.start]
    return "et" not in between or bool(re.search(r"entre $", lead))
