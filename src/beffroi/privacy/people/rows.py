"""A table without headings: the column where people stand holds people in every row."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.listed import Item, is_one, is_whole
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    PARTICLES,
    SERVICES,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

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
            if is_one(text, words, end, names):
                yield mention(text, words, 0, len(words), 0.6, "rangée", "", names)


def _cell_is_someone(text: str, cell: Item, spans: Sequence[Item], starts: Sequence[int]) -> bool:
    at = bisect.bisect_left(starts, cell[0])
    return at < len(spans) and spans[at][1] <= cell[1] and is_whole(text, cell, spans[at : at + 1])


def _row_name(word: Word, names: Names) -> bool:
    """A surname may be any word there, if a list knows it as one."""
    if word.shape == "I" or word.folded in PARTICLES:
        return True
    unheard = names.commonness(word.folded) == 0.0 and len(word.folded) > 2
    return (names.is_name(word.folded) or unheard) and word.folded not in STOP | SERVICES | BRANDS
