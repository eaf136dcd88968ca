# ruff: noqa: E501  (regular expressions read better whole)
"""A birth date or a number that nothing announces but the person beside it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.recognisers.dates import DATE, MONTHS, NUMERIC
from beffroi.privacy.types import Mention

_DATE_AFTER = re.compile(
    rf"\s?(?:\([^)\d\n]{{0,30}}\))?[ \t]*"
    rf"(?P<s>[,(;|\t/]|[-–]|  |\s*\n(?=[ \t]*\S+(?: \. \S+)*[ \t]*(?:\n|$))"
    rf"| (?=\d{{1,2}}[/. \-]\d{{1,2}}[/. \-](?:(?:19|20)\d\d|[2-9]\d(?!\d))))"
    rf"[ \t]*(?:le\s)?(?P<d>{DATE})(?!\w)(?!\s*(?:[àa]\s*)?\d{{1,2}}\s?[h:])",
    re.I,
)
#: A date further on the same line of a table or list: someone’s when it is old enough.
_CELL_AFTER = re.compile(
    rf"[^\n]{{1,120}}?(?:[;|\t,]|  |\s[-–])[ \t\"]*(?P<d>{DATE})(?=[ \t\"]*(?:[;|\t,.\n(]|  |$))",
    re.M | re.I,
)
#: « 12/03/1985 ; DUPONT Jeanne » : an old date opens the line or the cell, a name follows.
_DATE_BEFORE = re.compile(
    rf"(?:^|[;|\t(]|\d[.)])[ \t\"]*(?P<d>{NUMERIC})[ \t\"]*(?:[;|\t,:–\-][ \t\"]*)?(?:M\.|Mme|Mlle|Mr)?[ \t]*$",
    re.M,
)
#: « Jeanne Dupont, 1952, » : a year alone, of somebody grown up.
_YEAR_ALONE = re.compile(
    r"[ \t]?[,;|\t][ \t]?(?P<d>19[2-9]\d|200[0-8])(?=[ \t]*[,;|\t.\n)]|$)", re.M
)
_ADULT_BEFORE = 2009
#: « Jules (2015), Anna (fév. 2018) ».
_YEAR_AFTER = re.compile(
    rf"\s?\((?:n[ée]e?\s+)?(?:en\s+|vers\s+)?(?P<d>(?:{MONTHS}\s+|\d{{1,2}}[/.])?(?P<y>19\d\d|20[0-2]\d))\s*[),]",
    re.I,
)
#: « - Lucas 2015 », « Inès, mai 2018 » : a name and a year are the whole line.
_YEAR_ENDS = re.compile(
    rf"[ \t]*[,:;\-–(]?[ \t]*(?P<d>(?:{MONTHS}\s+|\d{{1,2}}[/.])?(?P<y>19\d\d|20[0-2]\d))\)?[ \t]*$",
    re.I | re.M,
)
#: The class, the care or the words of a child on the same line.
_CHILDISH = re.compile(
    r"(?<!\w)(?:TPS|PS|MS|GS|CP|CE1|CE2|CM1|CM2|ULIS|(?:6|5|4|3)[èe]me|enfants?|fils|fille|[ée]l[èe]ve|cr[èe]che|maternelle|"
    r"cantine|p[ée]riscolaire|b[ée]b[ée]|n[ée]{1,2}e?|naissances?|ans)(?!\w)",
    re.I,
)
#: Beside a child, a date before this year is a birth.
_OLD = 2024
_YEAR = re.compile(r"(\d{4}|\d{2})$")
_CHILD = re.compile(
    r"(?:inscrit|membre|b[ée]n[ée]ficiaire|jeune|mineure?|enfants?|fils|fille|b[ée]b[ée]|[ée]l[èe]ves?|petite?|jumeaux|jumelles|fr[èe]re|s[œo]e?ur|victime)\W+$",
    re.I,
)
#: No living person’s reply in this century is dated before; many were born before.
_BIRTH_BEFORE = 2016


def birth_dates(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """« L’enfant Léo (12/03/2019) », « Victime : REY Corinne, 06/08/1948 »."""
    for person in people:
        match = _DATE_AFTER.match(text, person.end)
        year = _year(match["d"]) if match else None
        child = _CHILD.search(text[max(0, person.start - 16) : person.start]) is not None
        if match and (child or (year is not None and year < _limit(text, person))):
            yield _birth(text, *match.span("d"), 0.65)
            continue
        before = _DATE_BEFORE.search(text, max(0, person.start - 30), person.start)
        if before and (_year(before["d"]) or 2100) < _limit(text, person):
            yield _birth(text, *before.span("d"), 0.55)
        year_only = _YEAR_AFTER.match(text, person.end) or _YEAR_ALONE.match(text, person.end)
        if year_only and 1920 < int(year_only["d"][-4:]) < 2027:
            yield _birth(text, *year_only.span("d"), 0.55)
            continue
        alone = _YEAR_ENDS.match(text, person.end)
        if alone and 1920 < int(alone["y"]) < _OLD and _begins_line(text, person.start):
            yield _birth(text, *alone.span("d"), 0.55)
            continue
        cell = _CELL_AFTER.match(text, person.end)
        year = _year(cell["d"]) if cell else None
        childish = _CHILDISH.search(_line_of(text, person.start)) is not None
        if cell and year is not None and year < (_OLD if childish else _ADULT_BEFORE):
            yield _birth(text, *cell.span("d"), 0.6)


def _limit(text: str, person: Mention) -> int:
    """Before which year the date beside ``person`` is a birth."""
    return _OLD if _CHILDISH.search(_line_of(text, person.start)) else _BIRTH_BEFORE


def _line_of(text: str, at: int) -> str:
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[begin : len(text) if end < 0 else end]


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t-–•*·>1234567890.)")


def _birth(text: str, start: int, end: int, confidence: float) -> Mention:
    return Mention(
        start=start,
        end=end,
        kind="birth_date",
        text=text[start:end],
        confidence=confidence,
        rule="naissance.voisine",
    )


def _year(date: str) -> int | None:
    if re.match(r"\d{4}", date):
        return int(date[:4])
    match = _YEAR.search(date)
    if match is None:
        return None
    year = int(match[1])
    return year if year > 99 else 1900 + year if year > 26 else 2000 + year


#: « DURAND Paul | 0451287 T | … »: in the row of a person, six digits or more are a number of theirs.
_CODE = re.compile(
    r"(?<=[;|\t])[ \t]*(?P<v>[A-Za-z]{0,3}[ \-]?\d{6,12}[ \-]?[A-Za-z]{0,2})[ \t]*(?=[;|\t\n]|$)",
    re.M,
)


def codes(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """The numbers of the rows that name someone, in a table without headings."""
    starts = sorted(m.start for m in people)
    for match in _CODE.finditer(text) if starts else ():
        begin = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end("v"))
        at = bisect.bisect_left(starts, begin)
        if at < len(starts) and starts[at] < (len(text) if end < 0 else end):
            yield Mention(
                start=match.start("v"),
                end=match.end("v"),
                kind="identifier",
                text=match["v"],
                confidence=0.55,
                rule="identifiant.rangee",
            )
