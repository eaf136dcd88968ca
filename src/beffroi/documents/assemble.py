"""What a reader found, put together as one :class:`Document`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from beffroi.documents.clean import clean
from beffroi.documents.limits import Limits, check_characters
from beffroi.documents.types import Document, LeftOut, Passage, PassageKind
from beffroi.errors import EmptyText, NoTextInDocument
from beffroi.findings import Span

IMAGES = "images"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One passage to be. ``row`` is the same for the cells of one row; ``marker`` of an item;
    ``level`` 0 is the title of the whole document, above those of level 1.
    """

    text: str
    kind: PassageKind = "paragraphe"
    level: int | None = None
    page: int | None = None
    row: int | None = None
    marker: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """All that a reader found in a file: ``left_out`` counts by French name."""

    parts: Sequence[Part]
    format: str
    title: str = ""
    language: str = "fr"
    pages: int | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)


def row_of(texts: Iterable[str], number: int) -> list[Part]:
    """The cells of row ``number``, up to the last that holds something."""
    cells = list(texts)
    while cells and not cells[-1].strip():
        cells.pop()
    return [Part(text=text, kind="cellule", row=number) for text in cells]


def assemble(found: Found, limits: Limits) -> Document:
    """The document made of ``found.parts``, in their order.

    Raises :class:`NoTextInDocument` when only images were met, :class:`EmptyText` when nothing
    was, :class:`TooLarge` beyond ``limits.characters``.
    """
    removed: Counter[str] = Counter()
    parts = [replace(part, text=clean(part.text, removed)) for part in found.parts]
    text, passages = _lay_out(parts)
    if not passages:
        raise NoTextInDocument if found.left_out.get(IMAGES) else EmptyText
    check_characters(len(text), limits)
    title = clean(found.title, removed).replace("\n", " ") or _first_title(text, passages)
    return Document(
        text=text,
        passages=tuple(passages),
        format=found.format,
        title=title,
        language=found.language,
        pages=found.pages,
        left_out=(*_reports(found.left_out, found.where), *_reports(removed, {})),
    )


def _lay_out(parts: Iterable[Part]) -> tuple[str, list[Passage]]:
    pieces: list[str] = []
    passages: list[Passage] = []
    headings: list[tuple[int, str]] = []
    position, row = 0, None
    for part in parts:
        same_row = part.row is not None and part.row == row
        if not part.text and not same_row and part.row is None:
            continue
        row = part.row
        lead = (" | " if same_row else "\n\n" if pieces else "") + part.marker
        start = position + len(lead)
        position = start + len(part.text)
        pieces += (lead, part.text)
        if part.text:
            path = _path(headings, part)
            passages.append(_passage(part, len(passages) + 1, start, path))
    return "".join(pieces), passages


def _path(headings: list[tuple[int, str]], part: Part) -> tuple[str, ...]:
    """The titles above ``part``; a title takes the place of those of its level and below."""
    if part.kind == "titre":
        level = 1 if part.level is None else part.level
        while headings and headings[-1][0] >= level:
            headings.pop()
        path = tuple(title for _, title in headings)
        headings.append((level, part.text))
        return path
    return tuple(title for _, title in headings)


def _passage(part: Part, number: int, start: int, path: tuple[str, ...]) -> Passage:
    return Passage(
        number=number,
        kind=part.kind,
        span=Span(start=start, end=start + len(part.text)),
        page=part.page,
        level=max(part.level or 1, 1) if part.kind == "titre" else None,
        heading_path=path,
    )


def _first_title(text: str, passages: Sequence[Passage]) -> str:
    first = next((p for p in passages if p.kind == "titre"), None)
    return first.span.of(text).replace("\n", " ") if first else ""


def _reports(counts: Mapping[str, int], where: Mapping[str, str]) -> Iterable[LeftOut]:
    return (
        LeftOut(what=what, count=count, where=where.get(what, ""))
        for what, count in counts.items()
        if count
    )
