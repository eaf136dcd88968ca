"""Paragraphs, titles and list items of a text, whose lines may have been broken at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LIST_ITEM = re.compile(
    r"[ \t\u00a0]*(?:[-–—•●▪■►▶*·◦‣✓➢○][ \t\u00a0]*\S"
    r"|(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[).°][ \t\u00a0]"
    r"|\d{1,2}(?:\.\d{1,2})+[ .)]|[ivxIVX]{1,5}[ \t\u00a0]?[.–—-][ \t\u00a0])"
)
_HEADING = re.compile(r"[ \t\u00a0]*(?:#{1,6}[ \t]|(?:TITRE|CHAPITRE|SECTION|ARTICLE|ANNEXE)\b)")
_OPENING = re.compile(
    r"[ \t\u00a0]*(?:Vu|VU|Considérant|CONSIDÉRANT|CONSIDERANT|Attendu|Sur (?:proposition|rapport)|"
    r"Article|Art\.)\b"
)
_BLANK = re.compile(r"\n[ \t\u00a0\u202f\f\r]*(?=\n|$)|\f")
#: A line so long that stops without a mark, before a small letter, was torn by a page.
_TORN = 120


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, titles and list items; lines broken at a fixed width are kept together."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield from _lines(text, start, blank.start())
        start = blank.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    width = max(stop - first for first, stop in spans)
    begin = start
    for (first, stop), (next_first, next_stop) in pairwise(spans):
        if _line_ends_block(text[first:stop], text[next_first:next_stop], width):
            yield begin, stop
            begin = next_first
    yield begin, end


def _line_ends_block(line: str, following: str, width: int) -> bool:
    """Whether the break between two lines is meant, and not the effect of a fixed width."""
    before, after = line.rstrip(), following.lstrip()
    if not before or not after:
        return True
    if _HEADING.match(line) or _HEADING.match(following) or _LIST_ITEM.match(following):
        return not _wraps_a_number(before, after)
    if before.endswith((":", ";")):
        return True
    full = 50 <= width <= 170 and len(before) + 1 + len(after.split(maxsplit=1)[0]) > width * 0.93
    if after[0].islower():
        torn = before[-1].isalnum() and len(before) > _TORN
        return not full and not torn and width > 170
    if before.endswith((".", "!", "?", "…")):
        return not full
    return not full or bool(_OPENING.match(following))


def _wraps_a_number(before: str, after: str) -> bool:
    """« … le montant est de » / « 12. Les… »: a number pushed to the next line, not an item."""
    return after[0].isdigit() and before.endswith((" de", " n°", " à", " le", " du", " au", " et"))
