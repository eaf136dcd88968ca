"""A document as numbered passages, whatever its file format. No I/O here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from beffroi.findings import Span

PassageKind = Literal["titre", "paragraphe", "element", "cellule", "note"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A paragraph, title, list item or table cell.

    ``number`` counts from 1 in reading order; ``span`` locates it in ``Document.text``;
    ``page`` is 1-based, ``None`` for formats without pages; ``level`` is 1 to 6 for a title.
    ``heading_path`` are the titles above it, from the widest.
    """

    number: int
    kind: PassageKind
    span: Span
    page: int | None = None
    level: int | None = None
    heading_path: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One table of a workbook or csv: ``rows`` of cells as shown, without rows that are empty."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """What a reader met and did not read: ``what`` in French, ``count``, where if known."""

    what: str
    count: int
    where: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """``text`` is the whole text; passages point into it and never overlap.

    Between two passages stand a blank line, or `` | `` between cells of one row, and the marker
    of a list item (``- ``, ``2. ``, ``a) ``), which belongs to no passage. Nothing else.
    """

    text: str
    passages: tuple[Passage, ...]
    format: str
    title: str = ""
    language: str = "fr"
    pages: int | None = None
    left_out: tuple[LeftOut, ...] = ()

    def passage_text(self, passage: Passage) -> str:
        return passage.span.of(self.text)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds character ``offset`` of the text, if any."""
        return next((p for p in self.passages if p.span.start <= offset < p.span.end), None)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)
