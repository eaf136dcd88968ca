"""The lines of a PDF page, with what their shape tells: where, how large, how bold."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """``left``, ``right``, ``base`` (the baseline, which grows upwards) and ``size`` are in points.

    ``hyphen`` tells that the line ends with a hyphen that the layout put there, already taken
    out of ``text``.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
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
    left, _ = _box(raw, page, start + lead)
    _, right = _box(raw, page, start + max(tail - 1, lead))
    words = words.strip()
    hyphen = words.endswith(tuple(_CUT))
    return Line(
        text=words.rstrip(_CUT) if hyphen else words,
        page=number,
        left=left,
        right=right,
        base=_baseline(raw, page, start + lead),
        size=_size(raw, page, start + lead),
        bold=_is_bold(raw, page, start + lead),
        hyphen=hyphen,
    )


def _box(raw: Any, page: Any, place: int) -> tuple[float, float]:
    """Left and right of the whole cell of a character, whatever its shape."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box))
    return box.left, box.right


def _baseline(raw: Any, page: Any, place: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, place, ctypes.byref(x), ctypes.byref(y))
    return y.value


def _size(raw: Any, page: Any, place: int) -> float:
    """The size as printed: that of the font, enlarged by the matrix that many programs use."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, place, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return round(2 * scale * float(raw.FPDFText_GetFontSize(page, place))) / 2


def _is_bold(raw: Any, page: Any, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, place) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, place, name, 128, ctypes.byref(flags))
    return b"bold" in name.value.lower() or b"black" in name.value.lower()
