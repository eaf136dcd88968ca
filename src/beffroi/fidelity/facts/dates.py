"""Dates: (year, month, day), « » for an unknown part. « du 3 au 7 » gives a start and an end."""

from __future__ import annotations

import re

from beffroi.fidelity.bounds import bound_of
from beffroi.fidelity.facts.reading import Reading
from beffroi.fidelity.types import Bound
from beffroi.french.dates import Date, complete_year, dates, format_date
from beffroi.french.legal import dated_texts

_LINK = re.compile(r"(?: [^.;\n]{0,28}?)? ?(?:au|jusqu'au|-|/|,? et(?: le)?|a la fin d[eu]) $")
_RANGE_LINK = re.compile(r"(?:.*\b)?(?:au|jusqu'au|-) ?$")
_RANGE_OPEN = re.compile(r"(?:\bdu|\bentre le|\bde|\ba partir du|\ba compter du|\bdès le) $")


def read_dates(reading: Reading) -> None:
    found = complete_year(dates(reading.text))
    quoted = dated_texts(reading.text)
    for index, date in enumerate(found):
        bound = _range_bound(reading.plain, found, index)
        of_text = any(s.start <= date.span.start and date.span.end <= s.end for s in quoted)
        details: tuple[str, ...] = ("texte",) if of_text else ()
        if not date.weekday_is_right:
            details += ("jour_faux",)
        if date.weekday is not None:
            details += (f"jour:{date.weekday}",)
        reading.add(
            "date",
            tuple("" if part is None else str(part) for part in (date.year, date.month, date.day)),
            date.span,
            label=format_date(date),
            bound=bound,
            details=details,
        )


def _range_bound(plain: str, found: list[Date], index: int) -> Bound:
    """A start before « au », an end after it, otherwise what the words around say."""
    date = found[index]
    if index + 1 < len(found) and _linked(plain, date, found[index + 1]):
        return "min"
    if index and _linked(plain, found[index - 1], date):
        return "max"
    return bound_of(plain, date.span.start, date.span.end)


def _linked(plain: str, first: Date, second: Date) -> bool:
    between = plain[first.span.end : second.span.start]
    lead = plain[max(0, first.span.start - 14) : first.span.start]
    if len(between) > 34 or "." in between or ";" in between:
        return False
    if re.fullmatch(
        r"(?:[ ,]*(?:a|de|des)? ?[\dh: ]*(?:heures?)?)? ?(?:jusqu'au|au|-|a) ", between
    ):
        return bool(_RANGE_OPEN.search(lead)) or between.strip() in ("au", "jusqu'au", "-")
    return bool(re.search(r"entre (?:le )?$", lead)) and between.strip() in ("et le", "et")
