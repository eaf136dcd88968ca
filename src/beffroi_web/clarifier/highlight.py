"""A text cut where points begin and end, so that a page can underline them. Pure.

The light text of drafts is laid out as the exports do (:mod:`beffroi.documents.blocks`): titles,
items, quotations, rows between ``|``, ``**bold**``; the marks themselves are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from beffroi.findings import SEVERITY_ORDER, Severity

Kind = Literal["paragraph", "item", "number", "quote", "title", "row"]
#: The number of a mark that bears no point: a fact that both texts say.
KEPT = 0

_LINES = re.compile(r"[^\n]+|(?<=\n)(?=\n)")
_TITLE = re.compile(r"(#{1,6}) +(?=\S)")
_ITEM = re.compile(r"[-•–] +(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[.)] +(?=\S)")
_QUOTE = re.compile(r"> ?(?=\S)")
_ROW = re.compile(r"\|[^\n]*\|[ \t]*$")
_RULE = re.compile(r"\|[\s:|-]+\|[ \t]*$")
_BOLD = re.compile(r"(\*\*)(?=\S)[^*\n]+?(?<=\S)(\*\*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` bear the point ``number``, or say a kept fact (``KEPT``)."""

    start: int
    end: int
    number: int
    severity: Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A run of characters with the same points; ``severity`` is the worst of theirs, or empty.

    ``first`` are the points that begin here: an anchor is set once. ``kept``: a fact that both
    texts say, under no point.
    """

    text: str
    numbers: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    severity: str = ""
    bold: bool = False
    kept: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, an item (``- pain``), a title (``## Quoi ?``) of ``level`` 1 to 6, a quotation,
    or a row of a table: ``cells`` hold its segments, which ``segments`` set apart by bars;
    ``opens`` and ``closes`` say the first and the last row."""

    kind: Kind
    level: int
    segments: list[Segment]
    cells: list[list[Segment]] = field(default_factory=list)
    opens: bool = False
    closes: bool = False


def blocks(text: str, marks: Iterable[Mark]) -> list[Block]:
    """The paragraphs, titles and items of ``text``, as the exports lay them out.

    The texts of all segments are the text to the character, but for blank lines and the marks of
    titles, items, rows and bold.
    """
    marks = [mark for mark in marks if mark.start < mark.end <= len(text)]
    seen: set[int] = set()
    pieces = cut(text)
    kinds = ["", *(kind for kind, *_ in pieces), ""]
    return [
        _row(text, start, end, marks, seen, opens=above != "row", closes=below != "row")
        if kind == "row"
        else Block(kind=kind, level=level, segments=_segments(text, start, end, marks, seen))
        for (kind, level, start, end), above, below in zip(pieces, kinds, kinds[2:], strict=False)
    ]


def _row(
    text: str,
    start: int,
    end: int,
    marks: list[Mark],
    seen: set[int],
    *,
    opens: bool,
    closes: bool,
) -> Block:
    cells = [_segments(text, a, b, marks, seen) for a, b in _cells(text, start, end)]
    apart = [[*([Segment(text=" | ")] if place else []), *cell] for place, cell in enumerate(cells)]
    segments = [segment for cell in apart for segment in cell]
    return Block(kind="row", level=0, segments=segments, cells=cells, opens=opens, closes=closes)


def cut(text: str) -> list[tuple[Kind, int, int, int]]:
    """Kind, level, start and end of each block: lines in a row without a mark are one."""
    found: list[tuple[Kind, int, int, int]] = []
    fresh = True
    table = _tables(text)
    for line in _LINES.finditer(text):
        start, end = line.span()
        if start in table:
            if not _RULE.match(text, start, end):
                found.append(("row", 0, start, end))
            fresh = True
            continue
        kind, level, start = _marked(text, start, end)
        if not text[start:end].strip():
            fresh = True
        elif kind == "paragraph" and not fresh and found[-1][0] == "paragraph":
            found[-1] = ("paragraph", 0, found[-1][2], end)
        else:
            found.append((kind, level, start, end))
            fresh = False
    return found


def _tables(text: str) -> set[int]:
    """Where the rows of tables begin: two lines between ``|`` or more, one below the other, blank
    lines apart."""
    lines = [line.span() for line in _LINES.finditer(text) if line.group(0).strip()]
    rows = [_ROW.match(text, start, end) is not None for start, end in lines]
    near = zip([False, *rows], rows, [*rows[1:], False], strict=False)
    return {
        lines[place][0]
        for place, (above, here, below) in enumerate(near)
        if here and (above or below)
    }


def _marked(text: str, start: int, end: int) -> tuple[Kind, int, int]:
    if title := _TITLE.match(text, start, end):
        return "title", len(title[1]), title.end()
    if item := _ITEM.match(text, start, end):
        return "item", 0, item.end()
    if quote := _QUOTE.match(text, start, end):
        return "quote", 0, quote.end()
    kind: Kind = "number" if _NUMBER.match(text, start, end) else "paragraph"
    return kind, 0, start


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row, without their outer blanks."""
    bars = [start + place for place, sign in enumerate(text[start:end]) if sign == "|"]
    found = []
    for left, right in pairwise(bars):
        words = text[left + 1 : right]
        indent = len(words) - len(words.lstrip())
        a = left + 1 + (indent if words.strip() else 0)
        found.append((a, a + len(words.strip())))
    return found


def _segments(text: str, start: int, end: int, marks: list[Mark], seen: set[int]) -> list[Segment]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    stars, bold = _bold(text, start, end)
    inside = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    inside |= {edge for span in (*stars, *bold) for edge in span}
    edges = sorted({start, end} | inside)
    return [
        _segment(
            text[a:b],
            [m for m in here if m.start <= a and m.end >= b],
            seen,
            bold=any(first <= a and b <= last for first, last in bold),
        )
        for a, b in pairwise(edges)
        if not any(first <= a and b <= last for first, last in stars)
    ]


def _bold(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The spans of the stars, and of the words between them."""
    found = list(_BOLD.finditer(text, start, end))
    stars = [span for match in found for span in (match.span(1), match.span(2))]
    return stars, [(match.end(1), match.start(2)) for match in found]


def _segment(text: str, marks: list[Mark], seen: set[int], *, bold: bool) -> Segment:
    points = [mark for mark in marks if mark.number != KEPT]
    numbers = tuple(sorted(mark.number for mark in points))
    first = tuple(number for number in numbers if number not in seen)
    seen.update(first)
    worst = min((mark.severity for mark in points), key=SEVERITY_ORDER.__getitem__, default="")
    return Segment(
        text=text,
        numbers=numbers,
        first=first,
        severity=worst,
        bold=bold,
        kept=bool(marks) and not points,
    )
