"""The one door to PDFium, which reads PDF files and must never be entered by two threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from beffroi.errors import DamagedDocument, ProtectedDocument

# PDFium is not thread-safe, and a web server has threads: one reading at a time in a process.
_ENGINE = threading.RLock()


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A ``pypdfium2.PdfDocument``, closed at the end; nobody else is in PDFium meanwhile."""
    import pypdfium2

    with _ENGINE:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise ProtectedDocument from error
            raise DamagedDocument(detail=str(error)) from error
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise DamagedDocument(detail=str(error)) from error
        finally:
            document.close()
