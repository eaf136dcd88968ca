"""Pages of a PDF as images, for the screen."""

from __future__ import annotations

import io

from beffroi.documents.pdfium import opened
from beffroi.errors import UnknownName


def page_image(pdf: bytes, *, page: int = 1, width: int = 900) -> bytes:
    """Page ``page`` (from 1) of ``pdf`` as a PNG ``width`` pixels wide (1 to 4000).

    Raises :class:`UnknownName` when there is no such page, :class:`DamagedDocument` or
    :class:`ProtectedDocument` when the file cannot be opened.
    """
    width = min(max(width, 1), 4_000)
    with opened(pdf) as document:
        if not 1 <= page <= len(document):
            raise UnknownName(f"Ce document n’a pas de page {page} : il en compte {len(document)}.")
        sheet = document[page - 1]
        try:
            bitmap = sheet.render(scale=width / max(sheet.get_width(), 1))
            buffer = io.BytesIO()
            bitmap.to_pil().save(buffer, "PNG", optimize=True)
            bitmap.close()
        finally:
            sheet.close()
    return buffer.getvalue()
