"""Plain text: paragraphs, list items and titles, from the lines alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.documents.assemble import Found, Part
from beffroi.documents.decode import decode
from beffroi.documents.headings import title_level
from beffroi.documents.limits import Limits

_MARKED_TITLE = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
#: « - », « • », « 1. », « 2° », « a) » and a space; « 12.5 » or « M. Dupont » are not items.
_ITEM = re.compile(r"((?:[-–—•‣▪◦*·]|\d{1,3}[.)°]|\d{1,3}°?\)|[a-z]\))\s+)(?=\S)")
_END = (".", ";", ":", "!", "?", "»", "…", ",")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
#: A line shorter than this was not broken by the width of the window.
_WRAPPED = 50


def read(data: bytes, limits: Limits) -> Found:
    """Every line is read; nothing is left out."""
    return Found(parts=parts_of(decode(data)), format="txt")


def parts_of(text: str) -> list[Part]:
    """Titles, items and paragraphs of ``text``; a paragraph cut by line ends is made whole."""
    return [_part(line) for line in _whole_lines(_LINE_ENDS.sub("\n", text).split("\n"))]


def _whole_lines(lines: list[str]) -> Iterator[str]:
    held = last = ""
    for line in (line.strip() for line in lines):
        if held and _goes_on(last, line):
            held = f"{held} {line}"
        else:
            if held:
                yield held
            held = line
        last = line
    if held:
        yield held


def _goes_on(before: str, line: str) -> bool:
    """Whether ``line`` continues the one before: wrapped, in the middle of a sentence."""
    if len(before) < _WRAPPED or not line or _ITEM.match(line) or _MARKED_TITLE.match(before):
        return False
    if before.endswith((".", ";", ":", "!", "?", "…")):
        return False
    return line[0].islower() or (line[0].isdigit() and not before.endswith(_END))


def _part(line: str) -> Part:
    if marked := _MARKED_TITLE.match(line):
        return Part(text=marked[2], kind="titre", level=len(marked[1]))
    if level := title_level(line):
        return Part(text=line, kind="titre", level=level)
    if item := _ITEM.match(line):
        mark = item[1].strip()
        marker = f"{mark} " if mark[0].isalnum() else "- "
        return Part(text=line[item.end() :], kind="element", marker=marker)
    return Part(text=line)
