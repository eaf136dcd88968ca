"""Who stands among people: the other names of an enumeration, a nickname between quotes."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import KNOWN_TOWN, adjacent, informative, never
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    KIN,
    PARTICLES,
    PLACES,
    ROLES,
    SERVICES,
    SHORTENED,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

#: What parts the items of an enumeration on one line.
_PARTS = re.compile(r"[,;/|•·\t]|\s[-–—]\s|\s(?:et|&|puis)\s|[()]|\.\s|[:!?]")
#: Occurrences per million beyond which a word is itself before it is a name, in an enumeration.
_COMMON = 60.0
_NOBODY = STOP | PLACES | ROLES | SERVICES | BRANDS | KIN

Item = tuple[int, int]


def among(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« présents : cadiou, kerboul, toullec »: between two people, an item that may be a name."""
    spans = sorted((m.start, m.end) for m in people)
    at = 0
    for line in lines:
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        inside = [span for span in spans[at : at + 80] if span[0] < line.end]
        if inside:
            yield from _of_line(text, line, inside, names)


def _of_line(text: str, line: Line, people: Sequence[Item], names: Names) -> Iterator[Mention]:
    items = _items(text, line)
    whole = [_is_whole(text, item, people) for item in items]
    for rank, (start, end) in enumerate(items):
        if whole[rank] or any(a < end and start < b for a, b in people):
            continue
        beside = sum(whole[max(0, rank - 1) : rank]) + sum(whole[rank + 1 : rank + 2])
        words = [w for w in line.words if w.start >= start and w.end <= end]
        words = [w for w in words if w.folded not in CIVILITIES or w.shape == "I"]
        if not words or sum(whole) < 2 or not beside:
            continue
        # an unheard word at the end may be a company; after a label it is one more name
        between = beside == 2 or text[:start].rstrip().endswith(":")
        if all(_may_be(word, names, unheard=between) for word in words) and _is_one(
            text, words, end, names
        ):
            yield mention(text, words, 0, len(words), 0.6, "énumération", "", names)


def in_column(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """A list of names, one a line: what stands alone among them is a name too."""
    spans = sorted((m.start, m.end) for m in people)
    starts = [start for start, _ in spans]
    run: list[tuple[Line, bool]] = []
    for line in [*lines, None]:
        after = run and line is not None and text[run[-1][0].end : line.start].count("\n") < 2
        if run and not after:
            yield from _of_column(text, run, names)
            run = []
        if line is not None:
            run.append((line, _only_someone(text, line, spans, starts)))


def _only_someone(text: str, line: Line, spans: Sequence[Item], starts: Sequence[int]) -> bool:
    at = bisect.bisect_left(starts, line.start)
    return (
        at < len(spans)
        and spans[at][0] < line.end
        and _is_whole(text, (line.start, line.end), spans[at : at + 1])
    )


def _of_column(text: str, run: Sequence[tuple[Line, bool]], names: Names) -> Iterator[Mention]:
    whole = [found for _, found in run]
    if len(run) < 3 or sum(whole) < 2 or sum(whole) * 2 < len(run):
        return
    for rank, (line, found) in enumerate(run):
        words = [w for w in line.words if w.folded not in CIVILITIES or w.shape == "I"]
        if found or not words or not any(whole[max(0, rank - 1) : rank + 2]):
            continue
        beyond = text[line.start : words[0].start] + text[words[-1].end : line.end]
        bare = not re.search(r"[^\W\d_]|[:;|]", beyond) and len(beyond) < 15
        if bare and _all_may_be(text, words, names):
            yield mention(text, words, 0, len(words), 0.6, "énumération", "", names)


#: What parts the cells of a table without headings.
_CELLS = (re.compile(r";"), re.compile(r"\|"), re.compile(r"\t"), re.compile(r", "))


def in_rows(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """A table without headings: the column where people stand holds people in every row."""
    spans = sorted((m.start, m.end) for m in people)
    starts = [start for start, _ in spans]
    at = 0
    while at < len(lines):
        separator, count = _cut(text, lines[at])
        run = [at]
        while separator and run[-1] + 1 < len(lines):
            following = lines[run[-1] + 1]
            between = text[lines[run[-1]].end : following.start].count("\n")
            if between > 1 or _cut(text, following) != (separator, count):
                break
            run.append(run[-1] + 1)
        if separator and len(run) > 1:
            rows = [(lines[i], _cells_of(text, lines[i], separator)) for i in run]
            yield from _of_rows(text, rows, spans, starts, names)
        at = run[-1] + 1


def _cut(text: str, line: Line) -> tuple[re.Pattern[str] | None, int]:
    for separator in _CELLS:
        count = len(separator.findall(text, line.start, line.end))
        if count >= 2:
            return separator, count
    return None, 0


def _cells_of(text: str, line: Line, separator: re.Pattern[str]) -> list[Item]:
    cuts = [m.span() for m in separator.finditer(text, line.start, line.end)]
    begins = [line.start, *(end for _, end in cuts)]
    return list(zip(begins, [*(start for start, _ in cuts), line.end], strict=True))


def _of_rows(
    text: str,
    rows: Sequence[tuple[Line, list[Item]]],
    spans: Sequence[Item],
    starts: Sequence[int],
    names: Names,
) -> Iterator[Mention]:
    for column in range(len(rows[0][1])):
        cells = [(line, cut[column]) for line, cut in rows]
        whole = [_cell_is_someone(text, cell, spans, starts) for _, cell in cells]
        if sum(whole) * 2 < len(whole) or not sum(whole):
            continue
        for (line, (start, end)), found in zip(cells, whole, strict=True):
            words = [w for w in line.words if start <= w.start and w.end <= end]
            words = [w for w in words if w.folded not in CIVILITIES or w.shape == "I"]
            bare = words and not any(c.isdigit() for c in text[start:end])
            if found or not bare or not all(_row_name(word, names) for word in words):
                continue
            if _is_one(text, words, end, names):
                yield mention(text, words, 0, len(words), 0.6, "rangée", "", names)


def _cell_is_someone(text: str, cell: Item, spans: Sequence[Item], starts: Sequence[int]) -> bool:
    at = bisect.bisect_left(starts, cell[0])
    return at < len(spans) and spans[at][1] <= cell[1] and _is_whole(text, cell, spans[at : at + 1])


def _row_name(word: Word, names: Names) -> bool:
    """A surname may be any word there, if a list knows it as one."""
    if word.shape == "I" or word.folded in PARTICLES:
        return True
    unheard = names.commonness(word.folded) == 0.0 and len(word.folded) > 2
    return (names.is_name(word.folded) or unheard) and word.folded not in STOP | SERVICES | BRANDS


def _all_may_be(text: str, words: Sequence[Word], names: Names) -> bool:
    return all(_may_be(word, names, unheard=True) for word in words) and _is_one(
        text, words, words[-1].end, names
    )


def _items(text: str, line: Line) -> list[Item]:
    cuts = [m.span() for m in _PARTS.finditer(text, line.start, line.end)]
    begins = [line.start, *(end for _, end in cuts)]
    return list(zip(begins, [*(start for start, _ in cuts), line.end], strict=True))


def _is_whole(text: str, item: Item, people: Sequence[Item]) -> bool:
    """Whether the item is a person, and nothing else but a civility."""
    left = text[item[0] : item[1]]
    for start, end in people:
        if item[0] <= start and end <= item[1] + 2:
            left = text[item[0] : start] + text[end : item[1]]
            return len(left.strip(" .\u00a0-–*0123456789")) <= 4
    return False


def _may_be(word: Word, names: Names, *, unheard: bool) -> bool:
    if word.shape == "I" or word.folded in PARTICLES:
        return True
    if never(word, names) or word.folded in _NOBODY or len(word.folded) < 3:
        return False
    if names.communes.get(word.folded, 0) > KNOWN_TOWN or names.is_verb(word.folded):
        return False
    common = names.commonness(word.folded)
    if names.is_name(word.folded):
        return common < _COMMON
    return common == 0.0 and (unheard or not informative(word))


def _is_one(text: str, words: Sequence[Word], end: int, names: Names) -> bool:
    """One to three words in a row, one of them more than an initial, and nothing after."""
    after = text[words[-1].end : end].strip(" .\u00a0")
    real = [w for w in words if w.shape != "I" and w.folded not in PARTICLES]
    return (
        not after
        and len(words) <= 4
        and bool(real)
        and all(adjacent(word) for word in words[1:])
        and all(not any(c.isdigit() for c in word.text) for word in words)
    )


def grown(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« je, arulanandam selvi, » : the unheard word beside a name, at an end of a clause."""
    starts = [line.start for line in lines]
    for person in people:
        line = lines[max(0, bisect.bisect(starts, person.start) - 1)]
        at = bisect.bisect_left([w.start for w in line.words], person.start)
        last = bisect.bisect_left([w.start for w in line.words], person.end) - 1
        if not at <= last < len(line.words) or line.words[at].start != person.start:
            continue
        begin = at - 1 if at and _unheard(line.words, at - 1, at, names) else at
        if begin < at and not _opens_clause(line.words, begin):
            begin = at
        end = last + 1
        if end < len(line.words) and _unheard(line.words, end, end, names):
            end += _closes_clause(text, line.words, end)
        if (begin, end) != (at, last + 1):
            rule, gender = person.rule, person.gender
            yield mention(text, line.words, begin, end, person.confidence, rule, gender, names)


def _unheard(words: Sequence[Word], at: int, second: int, names: Names) -> bool:
    """Whether ``words[at]`` is no word of French, tied to its neighbour by a space."""
    word = words[at]
    return (
        adjacent(words[second])
        and len(word.folded) > 2
        and names.commonness(word.folded) == 0.0
        and not names.is_verb(word.folded)
        and names.communes.get(word.folded, 0) < KNOWN_TOWN
        and word.folded not in _NOBODY
        and word.folded not in SHORTENED
        and not never(word, names)
    )


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    return at == 0 or bool(words[at].gap.strip(" \u00a0")) or words[at - 1].folded in _BEFORE_NAME


_BEFORE_NAME = frozenset(
    "je heberge soussigne soussignee a par de chez avec et pour contre".split()
)


def _closes_clause(text: str, words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or bool(words[at + 1].gap.strip(" \u00a0"))


_NICKNAME = re.compile(
    r"(?P<a>[^\W\d_][\w\-’']+)\s[\"«“(]\s?(?P<n>[^\W\d_][\w\-’']{1,14})\s?[\"»”)](?:\s(?P<b>[^\W\d_][\w\-’']+))?"
)
_CALLED = re.compile(
    r"(?<!\w)(?:se\sdisant|surnomm[ée]{1,2}|dite?|alias|appel[ée]{1,2}|fameu(?:x|se)|certaine?|nomm[ée]{1,2}|d[ée]nomm[ée]{1,2}|"
    r"pr[ée]nomm[ée]{1,2})\s[\"«“]\s?(?P<n>[^\W\d_][\w\-’' ]{1,18}?)\s?[\"»”]",
    re.I,
)


def nicknames(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """« Jean-Pierre "JP" Lemoine », « X se disant "Bob" »."""
    starts = {m.start for m in people}
    ends = {m.end: m for m in people}
    for match in _NICKNAME.finditer(text) if '"' in text or "«" in text or "“" in text else ():
        before = ends.get(match.end("a"))
        after = match["b"] is not None and match.start("b") in starts
        if before is not None and (after or match["b"] is None or match["b"][0].isupper()):
            yield _called(text, *match.span("n"))
            if match["b"] is not None and not after and match["b"][0].isupper():
                yield _called(text, *match.span("b"))
        elif after and match["a"][0].isupper():
            yield _called(text, *match.span("n"))
    for match in _CALLED.finditer(text):
        yield _called(text, *match.span("n"))


def _called(text: str, start: int, end: int) -> Mention:
    return Mention(
        start=start,
        end=end,
        kind="person",
        text=text[start:end],
        confidence=0.65,
        rule="surnom",
    )
