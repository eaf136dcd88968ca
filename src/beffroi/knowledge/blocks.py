"""A text seen as titles, paragraphs and list items, each with the titles above it. No I/O here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from beffroi.documents.types import Document
from beffroi.findings import Span

BlockKind = Literal["titre", "texte", "element"]

_TITLE = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_ITEM = re.compile(r"[ \t\u00a0]*(?:[-–—•*▪■►✓◦][ \t\u00a0]+|\d{1,2}[.)][ \t\u00a0]+|[a-z]\)[ \t])")

#: Titles of boxes: what stands under them still belongs to the section around the box.
BOXES = frozenset(
    {"à noter", "a noter", "à savoir", "a savoir", "attention", "rappel", "exemple", "important"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """``span`` leaves out the marks of a title. ``level`` is 1 to 6 for a title, else 0."""

    span: Span
    kind: BlockKind
    level: int = 0
    page: int | None = None
    path: tuple[str, ...] = ()


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """The lines of ``text``; ``# Titre`` to ``###### Titre`` are titles, as in Markdown."""
    return _under_titles(text, tuple(_lines(text)))


def blocks_of_document(document: Document) -> tuple[Block, ...]:
    """The passages that a reader made, with the heading paths that it found."""
    return tuple(
        Block(
            span=p.span,
            kind="titre" if p.kind == "titre" else "element" if p.kind == "element" else "texte",
            level=p.level or 0,
            page=p.page,
            path=p.heading_path,
        )
        for p in document.passages
        if p.span.of(document.text).strip()
    )


def _lines(text: str) -> Iterator[Block]:
    offset = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        start = offset + len(line) - len(line.lstrip())
        offset += len(line)
        if not bare:
            continue
        span, title = Span(start=start, end=start + len(bare)), _TITLE.fullmatch(bare)
        if title:
            inside = Span(start=start + title.start(2), end=span.end)
            yield Block(span=inside, kind="titre", level=len(title[1]))
        else:
            yield Block(span=span, kind="element" if _ITEM.match(line) else "texte")


def is_box(title: str) -> bool:
    """Whether a title only announces a remark (« À noter »)."""
    return title.strip(" :!.\u00a0\u202f").lower() in BOXES


def _under_titles(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Each block with its titles. Sheets often write all their titles at one level: a title that
    another follows at once stands above those after it, until the next such title."""
    stack: list[tuple[int, str, bool]] = []
    found: list[Block] = []
    after_empty = False
    for place, block in enumerate(blocks):
        if block.kind != "titre":
            found.append(replace(block, path=tuple(title for _, title, _ in stack)))
            after_empty = False
            continue
        title = block.span.of(text)
        found.append(replace(block, path=tuple(title for _, title, _ in stack)))
        if is_box(title):
            continue
        follower = blocks[place + 1] if place + 1 < len(blocks) else None
        empty = follower is not None and _same_rank(block, follower, text)
        _leave(stack, block.level, keep_open=after_empty, opens=empty)
        stack.append((block.level, title, empty))
        after_empty = empty
    return tuple(found)


def _same_rank(block: Block, follower: Block, text: str) -> bool:
    titles = follower.kind == "titre" and follower.level == block.level
    return titles and not is_box(follower.span.of(text))


def _leave(stack: list[tuple[int, str, bool]], level: int, *, keep_open: bool, opens: bool) -> None:
    """Take from ``stack`` the titles that do not stand above a new one of ``level``."""
    while stack:
        above, _, was_open = stack[-1]
        if above < level or (above == level and was_open and (keep_open or not opens)):
            return
        stack.pop()
