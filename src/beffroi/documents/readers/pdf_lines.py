"""The lines of a PDF page, with what their shape tells: where, how large, how bold."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """``left``, ``right``, ``top`` and ``size`` are in points; ``top`` grows upwards.

    ``hyphen`` tells that the line ends with a hyphen that the layout put there, already taken
    out of ``text``.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool
    hyphen: bool = False


#: What PDFium gives for a hyphen that cuts a word at the end of a line.
_CUT = "\x02\ufffe\u00ad"
_BOLD = 600


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of a ``pypdfium2.PdfTextPage``, in the order of the file."""
    import pypdfium2.raw as raw

    text = _text_of(raw, page)
    return [
        _line(raw, page, text, start, end, number)
        for start, end in _bounds(text)
        if text[start:end].strip("\x00 ")
    ]


def _text_of(raw: Any, page: Any) -> str:
    """One character for each of PDFium's, so that places in the text are places on the page."""
    text = str(page.get_text_range())
    count = page.count_chars()
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(page, place) for place in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place, character in enumerate(text):
        # PDFium gives one mark for a hyphen and the end of line after it.
        cut = character in _CUT
        if cut or character in "\r\n":
            if place > start:
                yield start, place + cut
            start = place + 1
    if start < len(text):
        yield start, len(text)


def _line(raw: Any, page: Any, text: str, start: int, end: int, number: int) -> Line:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    tail = len(words.rstrip())
    left, _, bottom, top = _box(raw, page, start + lead)
    right = _box(raw, page, start + max(tail - 1, lead))[1]
    words = words.strip()
    hyphen = words.endswith(tuple(_CUT))
    return Line(
        text=words.rstrip(_CUT) if hyphen else words,
        page=number,
        left=left,
        right=right,
        top=top,
        size=round(2 * (top - bottom)) / 2,
        bold=_is_bold(raw, page, start + lead),
        hyphen=hyphen,
    )


def _box(raw: Any, page: Any, place: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of the whole cell of a character: its size, whatever its shape."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box))
    low, high = sorted((box.bottom, box.top))
    return box.left, box.right, low, high


def _is_bold(raw: Any, page: Any, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, place) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, place, name, 128, ctypes.byref(flags))
    return b"bold" in name.value.lower() or b"black" in name.value.lower()
