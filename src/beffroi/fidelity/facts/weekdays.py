"""Recurring days: « du lundi au vendredi », « le mardi et le jeudi », « en semaine », « le week-end »."""  # noqa: E501

from __future__ import annotations

import re

from beffroi.fidelity.facts.reading import Reading
from beffroi.findings import Span
from beffroi.french.dates import WEEKDAYS, weekday_number

_DAY = rf"(?:(?:{'|'.join(WEEKDAYS)})s?|(?:lun|mer|jeu|ven|sam|dim)\.)"
_RANGE = re.compile(rf"(?<!\w)(?:du )?(?P<first>{_DAY}) (?:au|-|a|jusqu'au) (?P<last>{_DAY})(?!\w)")
_RANGE_DASH = re.compile(rf"(?<!\w)(?P<first>{_DAY}) ?-(?: au)? ?(?P<last>{_DAY})(?!\w)")
_ONE = re.compile(rf"(?<!\w)(?P<day>{_DAY})(?!\w)")
_WEEK = (
    (re.compile(r"(?<!\w)(?:en semaine|jours de semaine)(?!\w)"), range(5)),
    (re.compile(r"(?<!\w)(?:le|les|du|ce|chaque|des) ?week-?ends?(?!\w)"), range(5, 7)),
    (
        re.compile(
            r"(?<!\w)(?:tous les jours|chaque jour|quotidiennement|7 ?j(?:ours)? ?(?:sur|/) ?7)(?!\w)"  # noqa: E501
        ),
        range(7),
    ),
)
_HALF = re.compile(r" ?(?:,? )?(?P<half>matin|apres-midi|soir|midi)s?(?!\w)")


def read_weekdays(reading: Reading) -> None:
    for pattern in (_RANGE, _RANGE_DASH):
        for match in pattern.finditer(reading.plain):
            first, last = _index(match["first"]), _index(match["last"])
            days = [(first + i) % 7 for i in range((last - first) % 7 + 1)]
            _add(reading, Span(start=match.start(), end=match.end()), days)
    for match in _ONE.finditer(reading.plain):
        _add(reading, Span(start=match.start(), end=match.end()), [_index(match["day"])])
    for pattern, week in _WEEK:
        for match in pattern.finditer(reading.plain):
            _add(reading, Span(start=match.start(), end=match.end()), list(week))


def _index(day: str) -> int:
    return weekday_number(day)


def _add(reading: Reading, span: Span, days: list[int]) -> None:
    half = _HALF.match(reading.plain, span.end)
    details = (half["half"],) if half else ()
    value = tuple(str(day) for day in sorted(days))
    reading.add("jour", value, span, bound="", approximate=False, details=details)
