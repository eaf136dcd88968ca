"""Dates as French writes them: « lundi 17 mars 2026 », « du 3 au 7 mars », « 17/03/26 », « mars ».

A date may lack its year, its day or its month; ``None`` says so. In « du 3 au 7 mars 2026 » the
first date takes its month and year from the second.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat
from beffroi.french.number_words import parse_words, to_words

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH_NUMBER = {bare_same_length(name): i + 1 for i, name in enumerate(MONTHS)} | _SHORT
_DAY_WORDS = "|".join(
    sorted((bare_same_length(to_words(n)) for n in range(2, 32)), key=len, reverse=True)
)
_MONTH = rf"(?:{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})\.?(?!\w)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?:lun|mar|mer|jeu|ven|sam|dim)\.?)"
_DAY = rf"(?:1er|premier|[12]\d|3[01]|0?[1-9]|{_DAY_WORDS})"
_YEAR = r"(?:1[89]\d\d|20\d\d)(?!\d|,\d|\s?(?:€|euros|m²|%))"

_FULL = re.compile(
    rf"(?<![\w/])(?:(?P<weekday>{_WEEKDAY}),? (?:le )?)?(?P<day>{_DAY}) (?P<month>{_MONTH})"
    rf"(?:,? (?:de l'annee )?(?P<year>{_YEAR}))?"
)
_NUMERIC = re.compile(
    rf"(?<![\w/.])(?:(?P<weekday>{_WEEKDAY}),? )?(?P<day>[0-3]?\d)(?P<sep>[/.])(?P<month>[01]?\d)"
    r"(?:(?P=sep)(?P<year>\d{4}|\d{2}))?(?![\w/]|\.\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_MONTH_ONLY = re.compile(
    rf"(?<!\w)(?P<month>{'|'.join(bare_same_length(m) for m in MONTHS)})(?!\w)(?: (?P<year>{_YEAR}))?"  # noqa: E501
)
_MONTH_LEAD = re.compile(
    r"(?:\b(?:en|fin|debut|mi-?|courant|mois de|mois d'|de|d'|des|jusqu'en|du mois de|depuis|avant"
    r"|apres|a|et|ou|,|:) ?)$"
)
_YEAR_ONLY = re.compile(rf"(?<![\w/.,])(?:(?<!-)|(?<=20\d\d-)){_YEAR}(?![\w/])")
_PARTIAL = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_WEEKDAY}),? )?(?P<day>{_DAY})(?P<hours>(?:,? (?:a|de|des) [\dh: ]{{1,8}}"  # noqa: E501
    r"(?:heures?|h)?(?: ?\d\d)?)?)(?P<link>,? (?:au|et(?: le| du)?|ou(?: le)?|puis(?: le)?|jusqu'au) |, (?:le )?)$"  # noqa: E501
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """``weekday`` counts from 0 (lundi). ``link`` says how the next date is tied: « au », « et »."""  # noqa: E501

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    link: str = ""

    @property
    def weekday_is_right(self) -> bool:
        """False when the weekday contradicts the full date."""
        if self.weekday is None or None in (self.year, self.month, self.day):
            return True
        try:
            assert self.year and self.month and self.day
            return datetime.date(self.year, self.month, self.day).weekday() == self.weekday
        except ValueError:
            return False


def dates(text: str) -> list[Date]:
    """Every date of ``text`` in order; two never overlap."""
    plain = bare_same_length(flat(text))
    found: list[Date] = []
    for pattern in (_ISO, _FULL, _NUMERIC):
        for match in pattern.finditer(plain):
            _keep(found, _read(match, plain))
    found = _with_partials(found, plain)
    for match in _MONTH_ONLY.finditer(plain):
        if match["year"] or _MONTH_LEAD.search(plain[max(0, match.start() - 14) : match.start()]):
            _keep(found, _read(match, plain))
    for match in _YEAR_ONLY.finditer(plain):
        span = Span(start=match.start(), end=match.end())
        _keep(found, Date(span=span, year=int(match[0])))
    return sorted(found, key=lambda date: date.span)


def format_date(date: Date) -> str:
    """The date in French words: « lundi 17 mars 2026 », without what is unknown."""
    day = "" if date.day is None else "1er" if date.day == 1 else str(date.day)
    parts = [
        "" if date.weekday is None else WEEKDAYS[date.weekday],
        day,
        "" if date.month is None else MONTHS[date.month - 1],
        "" if date.year is None else str(date.year),
    ]
    return " ".join(part for part in parts if part)


def weekday_number(text: str) -> int:
    """0 for « lundi », « lundis », « lun. »…; ``ValueError`` for what is not a day."""
    names = [day[:3] for day in WEEKDAYS]
    return names.index(text[:3])


def _keep(found: list[Date], date: Date | None) -> None:
    if date is None:
        return
    if any(date.span.start < o.span.end and o.span.start < date.span.end for o in found):
        return
    found.append(date)


def _read(match: re.Match[str], plain: str) -> Date | None:
    groups = match.groupdict()
    month = _month(groups["month"])
    day = None if groups.get("day") is None else _day(groups["day"])
    if month is None or (day is not None and not 1 <= day <= 31):
        return None
    if match.re is _NUMERIC and not groups["year"] and groups["sep"] == ".":
        return None
    end = match.end() - (1 if match[0].endswith(".") and not groups.get("year") else 0)
    return Date(
        span=Span(start=match.start(), end=end),
        year=_year(groups.get("year")),
        month=month,
        day=day,
        weekday=_weekday(groups.get("weekday")),
    )


def _with_partials(found: list[Date], plain: str) -> list[Date]:
    """« du 3 au 7 mars », « les 3, 4 et 5 mars »: the bare days before a date are dates too."""
    complete: list[Date] = []
    for date in sorted(found, key=lambda d: d.span):
        heads: list[Date] = []
        start = date.span.start
        while True:
            match = _PARTIAL.search(plain[max(0, start - 60) : start])
            day = _day(match["day"]) if match else None
            if not match or not _opens_days(plain, max(0, start - 60) + match.start(), match, date):
                break
            begin = max(0, start - 60) + match.start()
            width = len(match[0]) - len(match["link"]) - len(match["hours"])
            heads.append(
                Date(
                    span=Span(start=begin, end=begin + width),
                    year=date.year, month=date.month, day=day,
                    weekday=_weekday(match["weekday"]), link=match["link"].strip(" ,"),
                )
            )  # fmt: skip
            start = begin
        if any(h.span.start < o.span.end for h in heads for o in complete):
            heads = []
        complete += [*reversed(heads), date]
    return complete


def _opens_days(plain: str, start: int, match: re.Match[str], date: Date) -> bool:
    """A bare number before a date is a day only after « du », « le », « les »… or another day."""
    if date.day is None:
        return False
    before = plain[max(0, start - 12) : start]
    if match["weekday"]:
        return True
    return bool(re.search(r"(?:\b(?:du|le|les|des|entre le|au|et|ou)|,) $", before))


def complete_year(dates_found: list[Date]) -> list[Date]:
    """« du 3 mars au 7 avril 2026 »: the first date of a range takes the year of the second."""
    completed = list(dates_found)
    for index in range(len(completed) - 2, -1, -1):
        first, second = completed[index], completed[index + 1]
        near = second.span.start - first.span.end <= 25
        if near and first.year is None and second.year and first.month and first.day:
            completed[index] = replace(first, year=second.year)
    return completed


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return _MONTH_NUMBER.get(text.rstrip("."))


def _day(text: str) -> int:
    if text in ("1er", "premier"):
        return 1
    return int(text) if text.isdigit() else parse_words(text)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _weekday(text: str | None) -> int | None:
    return None if text is None else weekday_number(text)
