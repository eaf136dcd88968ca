"""Who stands among people: the other names of an enumeration, or of a list of one name a line."""

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
    whole = [is_whole(text, item, people) for item in items]
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
        if all(_may_be(word, names, unheard=between) for word in words) and is_one(
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
        and is_whole(text, (line.start, line.end), spans[at : at + 1])
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


def _all_may_be(text: str, words: Sequence[Word], names: Names) -> bool:
    return all(_may_be(word, names, unheard=True) for word in words) and is_one(
        text, words, words[-1].end, names
    )


def _items(text: str, line: Line) -> list[Item]:
    cuts = [m.span() for m in _PARTS.finditer(text, line.start, line.end)]
    begins = [line.start, *(end for _, end in cuts)]
    return list(zip(begins, [*(start for start, _ in cuts), line.end], strict=True))


def is_whole(text: str, item: Item, people: Sequence[Item]) -> bool:
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


def is_one(text: str, words: Sequence[Word], end: int, names: Names) -> bool:
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
