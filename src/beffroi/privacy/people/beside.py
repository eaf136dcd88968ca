# ruff: noqa: E501  (regular expressions read better whole)
"""What stands beside a person or a number: a birth date after a name, a name before a number."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import adjacent, informative, never
from beffroi.privacy.people.vocabulary import CIVILITIES, PLACES, STOP
from beffroi.privacy.people.words import Line, Word
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


_WITH = r"(?:et|&|\+|ou|/)"
_BEFORE_AND = re.compile(
    rf"(?<![\w’'-])(?P<n>[^\W\d_][\w’'\-]+)\s{_WITH}\s(?:mme\s|m\.\s|mr\s|melle\s)?$", re.I
)
_AND_AFTER = re.compile(rf"\s{_WITH}\s(?P<n>[^\W\d_][\w’'\-]+)(?![\w’'-])", re.I)


def companions(text: str, people: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """« René et Ginette Poulain », « fatou et greg »: a first name joined to a person by « et »."""
    for person in people:
        around = (
            _BEFORE_AND.search(text, max(0, person.start - 40), person.start),
            _AND_AFTER.match(text, person.end),
        )
        for match in filter(None, around):
            folded = fold(match["n"])
            limit = _CAPITAL if match["n"][0].isupper() and not match["n"].isupper() else _SMALL
            if names.is_first(folded) and names.commonness(folded) < limit and folded not in STOP:
                start, end = match.span("n")
                gender = names.gender(folded)
                yield Mention(
                    start=start,
                    end=end,
                    kind="person",
                    text=match["n"],
                    confidence=0.65,
                    rule="avec",
                    gender=gender,
                )


_INITIAL = re.compile(
    r" (?P<i>[^\W\d_])\.(?!\w)| (?P<j>[b-ce-fhj-kp-ru-xz])(?=[\s,;)]|$)"  # not a, à, d, l, y…
)


def initials(text: str, people: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """« sandrine l. », « julien r »: the initial that follows a first name."""
    for person in people:
        if " " in person.text:
            continue
        match = _INITIAL.match(text, person.end)
        dotted = match is not None and match["i"] is not None
        if match and (dotted or names.is_first(fold(person.text))):
            yield Mention(
                start=person.start,
                end=match.end(),
                kind="person",
                text=text[person.start : match.end()],
                confidence=person.confidence,
                rule="initiale",
                gender=person.gender,
            )


_VEILED = re.compile(
    r"(?<!\w)(?:m(?:me|lle|r|elle|onsieur|adame)?\.?)\s(?P<n>[a-zà-ÿ]\.)(?=[\s,;:)!?]|$)", re.M
)


def veiled(text: str) -> Iterator[Mention]:
    """« mme v. » : someone whom the writer only half names, in lower case."""
    for match in _VEILED.finditer(text):
        start, end = match.span("n")
        yield Mention(
            start=start,
            end=end,
            kind="person",
            text=match["n"],
            confidence=0.7,
            rule="initiale",
        )


#: Occurrences per million beyond which a word beside a person is not a first name.
_CAPITAL, _SMALL = 200.0, 120.0


def _year(date: str) -> int | None:
    if re.match(r"\d{4}", date):
        return int(date[:4])
    match = _YEAR.search(date)
    if match is None:
        return None
    year = int(match[1])
    return year if year > 99 else 1900 + year if year > 26 else 2000 + year


_BEGINS = re.compile(r"(?:^|[\n;•*>|(]|[-–,:] ?|\d ?h ?\d{0,2} ?[-–:]?)[ \t]*$")
_THEN = re.compile(r"[ \t\u00a0]*[(:,\-–/]?[ \t\u00a0]*(?:au |t[ée]l\.? ?:? ?)?$")


def callers(
    text: str, words_of: Sequence[Line], forms: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« - Rey 06 12 34 56 78 », « 10h Martin (06…) »: a name that begins a line before a number."""
    starts = sorted(m.start for m in forms if m.kind in {"phone", "email"})
    for line in words_of if starts else ():
        first = bisect.bisect(starts, line.start)
        for start in starts[first : bisect.bisect(starts, line.end)]:
            words = _before(text, line, start)
            if (
                words
                and _BEGINS.search(text[line.start : words[0].start])
                and _all_names(words, names)
            ):
                yield mention(text, words, 0, len(words), 0.65, "appelant", "", names)


def _before(text: str, line: Line, start: int) -> list[Word]:
    taken: list[Word] = []
    for word in reversed([w for w in line.words if w.end <= start]):
        gap = text[word.end : taken[0].start if taken else start]
        if not taken and not _THEN.match(gap):
            break
        if taken and not adjacent(taken[0]):
            break
        taken.insert(0, word)
    return [w for w in taken if w.folded not in CIVILITIES or w.shape == "I"][-4:]


def _all_names(words: Sequence[Word], names: Names) -> bool:
    if any(never(w, names) or w.folded in STOP or w.folded in PLACES for w in words):
        return False
    return all(
        (names.is_name(w.folded) and names.commonness(w.folded) < 150)
        or (names.commonness(w.folded) == 0.0 and informative(w) and len(w.folded) > 2)
        or w.shape == "I"
        for w in words
    )


_SPEAKER = re.compile(r"\s?:\s+(?=\S+\s+\S+)")


def speakers(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """« KLEIN : d’accord avec M. Simon » at the beginning of a line of minutes."""
    for line in words_of:
        for count in (3, 2, 1):
            words = line.words[:count]
            if len(words) < count or not _SPEAKER.match(text, words[-1].end):
                continue
            if text[line.start : words[0].start].strip(" -–•*>\t") == "" and _speaks(words, names):
                yield mention(text, words, 0, len(words), 0.65, "parole", "", names)
            break


def _speaks(words: Sequence[Word], names: Names) -> bool:
    if any(never(w, names) or w.folded in STOP or w.folded in PLACES for w in words):
        return False
    if not all(adjacent(w) for w in words[1:]):
        return False
    rare = all(
        names.commonness(w.folded) < (30 if w.shape == "U" and not w.caps else 8) for w in words
    )
    return rare and all(names.is_name(w.folded) for w in words)


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
