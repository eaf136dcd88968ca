"""A text cut where points begin and end, so that a page can underline them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from beffroi.findings import SEVERITY_ORDER, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` bear the point ``number``."""

    start: int
    end: int
    number: int
    severity: Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A run of characters with the same points; ``severity`` is the worst of theirs, or empty.

    ``first`` are the points that begin here: an anchor is set once.
    """

    text: str
    numbers: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    severity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, or a title (``## Quoi ?``): ``level`` 1 to 6, 0 for a paragraph."""

    level: int
    segments: list[Segment]


def blocks(text: str, marks: Iterable[Mark]) -> list[Block]:
    """The paragraphs of ``text``, cut at blank lines.

    The texts of all segments are the text to the character, but for blank lines and the marks of
    titles.
    """
    marks = [mark for mark in marks if mark.start < mark.end <= len(text)]
    seen: set[int] = set()
    return [
        _block(text, start, end, marks, seen)
        for start, end in _cut(text)
        if text[start:end].strip()
    ]


def _block(text: str, start: int, end: int, marks: list[Mark], seen: set[int]) -> Block:
    title = re.compile(r"(#{1,6}) +(?=\S)").match(text, start, end)
    level = len(title[1]) if title and "\n" not in text[start:end].strip() else 0
    begin = title.end() if title and level else start
    return Block(level=level, segments=_segments(text, begin, end, marks, seen))


def _cut(text: str) -> list[tuple[int, int]]:
    gaps = [(m.start(), m.end()) for m in re.finditer(r"\n[ \t]*\n\s*", text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return list(zip(starts, ends, strict=True))


def _segments(text: str, start: int, end: int, marks: list[Mark], seen: set[int]) -> list[Segment]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    inside = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    edges = sorted({start, end} | inside)
    return [
        _segment(text[a:b], [m for m in here if m.start <= a and m.end >= b], seen)
        for a, b in pairwise(edges)
    ]


def _segment(text: str, marks: list[Mark], seen: set[int]) -> Segment:
    numbers = tuple(sorted(mark.number for mark in marks))
    first = tuple(number for number in numbers if number not in seen)
    seen.update(first)
    worst = min((mark.severity for mark in marks), key=SEVERITY_ORDER.__getitem__, default="")
    return Segment(text=text, numbers=numbers, first=first, severity=worst)
