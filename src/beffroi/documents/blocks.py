"""A draft as blocks: the tiny model that every writer lays out, and the light text it comes from.

The light text is what the drafting chain gives and what a person edits: paragraphs set apart by
blank lines, ``# `` titles (one to six signs), ``- `` or ``1. `` items, ``> `` quotations, rows
between ``|``, and ``**bold**``. Anything else is text, and none is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Characters in one weight; ``\\n`` is a line break inside the paragraph."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    level: int
    runs: Runs


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, kw_only=True, slots=True)
class ListItem:
    """``number`` is the number written in the text, ``None`` for a bullet."""

    runs: Runs
    number: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    runs: Runs


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """``rows`` all have the width of ``header``."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | ListItem | Quote | Table

_HEADING = re.compile(r"(#{1,6}) +(\S.*)")
_ITEM = re.compile(r"(?:[-•–] +|(\d{1,3})[.)] +)(\S.*)")
_QUOTE = re.compile(r"> ?(.*)")
_ROW = re.compile(r"\|.*\|$")
_RULE = re.compile(r"\|[\s:|-]+\|$")
#: No star inside: a search that went on past them would take hours on a page of stars.
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a light text."""
    chunks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(block for chunk in chunks for block in _blocks_of(chunk))


def _blocks_of(chunk: str) -> Iterator[Block]:
    held: list[str] = []
    lines = [line.strip() for line in chunk.split("\n") if line.strip()]
    if lines and all(_ROW.match(line) for line in lines) and len(lines) > 1:
        yield _table(lines)
        return
    for line in lines:
        block = _marked(line)
        if block is None:
            held.append(line)
            continue
        yield from _paragraph(held)
        held = []
        yield block
    yield from _paragraph(held)


def _marked(line: str) -> Block | None:
    if found := _HEADING.fullmatch(line):
        return Heading(level=len(found[1]), runs=runs_of(found[2]))
    if found := _ITEM.fullmatch(line):
        return ListItem(runs=runs_of(found[2]), number=int(found[1]) if found[1] else None)
    if (found := _QUOTE.fullmatch(line)) and found[1]:
        return Quote(runs=runs_of(found[1]))
    return None


def _paragraph(lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Paragraph(runs=runs_of("\n".join(lines)))


def _table(lines: Sequence[str]) -> Table:
    rows = [
        tuple(plain(runs_of(cell.strip())) for cell in line[1:-1].split("|"))
        for line in lines
        if not _RULE.match(line)
    ]
    width = max(len(row) for row in rows) if rows else 0
    even = [row + ("",) * (width - len(row)) for row in rows]
    return Table(header=even[0] if even else (), rows=tuple(even[1:]))


def runs_of(text: str) -> Runs:
    """``text`` cut where ``**bold**`` begins and ends."""
    pieces = _BOLD.split(text)
    runs = (Run(text=piece, bold=place % 2 == 1) for place, piece in enumerate(pieces) if piece)
    return tuple(runs)


def plain(runs: Runs) -> str:
    """The characters of ``runs``."""
    return "".join(run.text for run in runs)


def first_heading(blocks: Sequence[Block]) -> str:
    """The characters of the first title, empty when there is none."""
    return next((plain(b.runs) for b in blocks if isinstance(b, Heading)), "")
