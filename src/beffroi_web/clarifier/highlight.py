"""A text cut where points begin and end, so that a page can underline them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from beffroi.findings import SEVERITY_ORDER, Severity

Kind = Literal["paragraph", "item", "title"]

_LINES = re.compile(r"[^\n]+|(?<=\n)(?=\n)")
_TITLE = re.compile(r"(#{1,6}) +(?=\S)")
_ITEM = re.compile(r"[-•–] +(?=\S)")


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
    """A paragraph, an item (``- pain``) or a title (``## Quoi ?``) of ``level`` 1 to 6."""

    kind: Kind
    level: int
    segments: list[Segment]


def blocks(text: str, marks: Iterable[Mark]) -> list[Block]:
    """The paragraphs, titles and items of ``text``, as the exports lay them out.

    The texts of all segments are the text to the character, but for blank lines and the marks of
    titles and items.
    """
    marks = [mark for mark in marks if mark.start < mark.end <= len(text)]
    seen: set[int] = set()
    return [
        Block(kind=kind, level=level, segments=_segments(text, start, end, marks, seen))
        for kind, level, start, end in cut(text)
    ]


def cut(text: str) -> list[tuple[Kind, int, int, int]]:
    """Kind, level, start and end of each block: lines in a row without a mark are one."""
    found: list[tuple[Kind, int, int, int]] = []
    fresh = True
    for line in _LINES.finditer(text):
        start, end = line.span()
        kind, level, start = _marked(text, start, end)
        if not text[start:end].strip():
            fresh = True
        elif kind == "paragraph" and not fresh and found[-1][0] == "paragraph":
            found[-1] = ("paragraph", 0, found[-1][2], end)
        else:
            found.append((kind, level, start, end))
            fresh = False
    return found


def _marked(text: str, start: int, end: int) -> tuple[Kind, int, int]:
    if title := _TITLE.match(text, start, end):
        return "title", len(title[1]), title.end()
    if item := _ITEM.match(text, start, end):
        return "item", 0, item.end()
    return "paragraph", 0, start


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
