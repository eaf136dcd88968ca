"""PDF files: lines from PDFium, made paragraphs again, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from beffroi.documents.assemble import IMAGES, Found
from beffroi.documents.limits import Limits, check_characters, check_pages
from beffroi.documents.pdfium import opened
from beffroi.documents.readers.pdf_lines import Line, lines_of
from beffroi.documents.readers.pdf_paragraphs import parts_of
from beffroi.errors import NoTextInDocument

#: Lines at the top and at the bottom of a page that may be a running head or foot.
_MARGIN = 3
#: From one line to the next, in heights of a line: beyond, a head is apart from the text.
_BLANK = 1.8
_HEADS = "en-têtes et pieds de page répétés"
_SCANS = "pages numérisées, sans texte"


def read(data: bytes, limits: Limits) -> Found:
    """Titles, list items and paragraphs with their page; running heads and feet are reported."""
    left_out: Counter[str] = Counter()
    pages: list[list[Line]] = []
    with opened(data) as document:
        check_pages(len(document), limits)
        title = str(document.get_metadata_value("Title") or "")
        characters = 0
        for number in range(len(document)):
            pages.append(_page(document, number, left_out))
            characters += sum(len(line.text) for line in pages[-1])
            check_characters(characters, limits)
        left_out["pièces jointes"] += document.count_attachments()
    if not any(pages) and left_out[IMAGES]:
        raise NoTextInDocument
    where = _scans(pages, left_out)
    return Found(
        parts=parts_of(_without_heads(pages, left_out)),
        format="pdf",
        title=title,
        pages=len(pages),
        left_out=left_out,
        where=where,
    )


def _page(document: Any, number: int, left_out: Counter[str]) -> list[Line]:
    import pypdfium2.raw as raw

    page = document[number]
    try:
        images = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
        left_out[IMAGES] += sum(1 for _ in images)
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            _count_annotation(raw, page, index, left_out)
        text = page.get_textpage()
        try:
            return lines_of(text, number + 1)
        finally:
            text.close()
    finally:
        page.close()


def _count_annotation(raw: Any, page: Any, index: int, left_out: Counter[str]) -> None:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    raw.FPDFPage_CloseAnnot(annotation)
    if kind == raw.FPDF_ANNOT_WIDGET:
        left_out["champs de formulaire"] += 1
    elif kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
        left_out["commentaires et marques"] += 1


def _scans(pages: list[list[Line]], left_out: Counter[str]) -> dict[str, str]:
    """Count the pages without a line, and tell which they are, when others have some."""
    blank = [number for number, lines in enumerate(pages, start=1) if not lines]
    if not blank or len(blank) == len(pages) or not left_out[IMAGES]:
        return {}
    left_out[_SCANS] = len(blank)
    return {_SCANS: ("page " if len(blank) == 1 else "pages ") + ", ".join(map(str, blank))}


def _without_heads(pages: list[list[Line]], left_out: Counter[str]) -> list[list[Line]]:
    """The pages without the lines that come back, at the same height, on half of them."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for places in edges for keys in places.values() for key in keys)
    enough = max(3, (sum(1 for lines in pages if lines) + 1) // 2)
    kept = []
    for lines, places in zip(pages, edges, strict=True):
        repeated = {p for p, keys in places.items() if any(counts[key] >= enough for key in keys)}
        left_out[_HEADS] += len(repeated)
        kept.append([line for place, line in enumerate(lines) if place not in repeated])
    return kept


def _edges(lines: list[Line]) -> dict[int, set[tuple[int, str]]]:
    """The lines nearest to the top and bottom edges: place in the list → what they may repeat."""
    by_height = sorted(range(len(lines)), key=lambda place: -lines[place].base)
    nearest = {*_apart(by_height, lines), *_apart(by_height[::-1], lines)}
    return {place: _patterns(lines[place]) for place in nearest}


def _apart(places: list[int], lines: list[Line]) -> list[int]:
    """The first of ``places``, up to a blank space as high as most of a line; none without it."""
    for rank in range(1, min(len(places), _MARGIN + 1)):
        before, after = lines[places[rank - 1]], lines[places[rank]]
        if abs(before.base - after.base) > _BLANK * max(before.size, after.size):
            return places[:rank]
    return []


def _patterns(line: Line) -> set[tuple[int, str]]:
    """The line as it is, and with each number in turn told from the number of its page.

    So « page 4 sur 57 » repeats « page 3 sur 57 », and « Article 4 » does not repeat « Article 3 »
    unless there is one at the same height of each page.
    """
    height = round(line.base / 2)
    found = {(height, line.text)}
    for number in re.finditer(r"\d{1,4}", line.text):
        moving = f"{{page{int(number[0]) - line.page:+d}}}"
        found.add((height, line.text[: number.start()] + moving + line.text[number.end() :]))
    return found
