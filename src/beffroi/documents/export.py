"""What every writer receives, and the one door to them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from beffroi.documents.blocks import Block, Table, first_heading, parse, plain
from beffroi.documents.marking import Marking
from beffroi.errors import EmptyText, UnsupportedFormat

ExportFormat = Literal["docx", "odt", "pdf", "html", "txt"]
Layout = Literal["", "falc"]

_TITLE_LENGTH = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A text to lay out. ``layout`` ``"falc"``: one sentence a line, large, room for pictures."""

    blocks: tuple[Block, ...]
    title: str
    marking: Marking
    language: str = "fr"
    layout: Layout = ""


def write(
    text: str | Sequence[Block],
    *,
    format: ExportFormat,
    marking: Marking,
    title: str = "",
    language: str = "fr",
    layout: Layout = "",
) -> bytes:
    """The file of ``text`` (light text, or blocks) in ``format``, marked.

    ``title`` is that of the file's properties: the first title of the text, else its first words,
    when not given. ``layout="falc"`` exists for docx and pdf.

    Raises :class:`EmptyText`, and :class:`UnsupportedFormat` for a format, or a layout in a
    format, that does not exist.
    """
    blocks = parse(text) if isinstance(text, str) else tuple(text)
    if not blocks:
        raise EmptyText
    if format not in get_args(ExportFormat) or (layout and format not in ("docx", "pdf")):
        raise UnsupportedFormat(
            f"L’export en {format}{' pour une mise en page FALC' if layout else ''} n’existe pas.",
            next_step="Choisissez docx ou pdf."
            if layout
            else "Choisissez docx, odt, pdf, html ou txt.",
        )
    export = Export(
        blocks=blocks,
        title=title or first_heading(blocks) or _first_words(blocks),
        marking=marking,
        language=language,
        layout=layout,
    )
    module = importlib.import_module(f"beffroi.documents.writers.{format}")
    writer: Callable[[Export], bytes] = module.write
    return writer(export)


def _first_words(blocks: Sequence[Block]) -> str:
    first = blocks[0]
    text = " ".join(first.header) if isinstance(first, Table) else plain(first.runs)
    words = " ".join(text.split())
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
