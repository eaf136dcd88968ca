"""One door for every format: bytes in, :class:`Document` out."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from beffroi.documents.assemble import Found, assemble
from beffroi.documents.detect import FORMATS, detect
from beffroi.documents.limits import Limits, check_size
from beffroi.documents.types import Document, Sheet
from beffroi.errors import DocumentError, EmptyText, UnsupportedFormat

#: Format → module of its reader, each with ``read(data, limits) -> Found``.
READERS = {kind: f"beffroi.documents.readers.{kind}" for kind in FORMATS}


def read(source: Path | bytes, *, name: str = "", limits: Limits | None = None) -> Document:
    """The document in a file or in its bytes.

    ``name`` is the file's name (the path's own when not given): it helps to tell csv, html and
    mail from plain text. What was met and not read is in ``left_out``. Raises the errors of
    :mod:`beffroi.errors` below ``InputError``: every one has a sentence for the person.
    """
    limits = limits or Limits()
    data = _bytes_of(source, limits)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise EmptyText
    kind = detect(data, name or (source.name if isinstance(source, Path) else ""))
    return assemble(_reader(kind)(data, limits), limits)


def read_text(text: str, *, limits: Limits | None = None) -> Document:
    """The document made of a text that a person pasted or typed."""
    from beffroi.documents.readers.txt import parts_of

    found = Found(parts=parts_of(text), format="txt")
    return assemble(found, limits or Limits())


def read_sheets(
    source: Path | bytes, *, name: str = "", limits: Limits | None = None
) -> tuple[Sheet, ...]:
    """The visible sheets of an xlsx or ods, or the one table of a csv file, as rows of cells.

    Raises as :func:`read` does, and :class:`UnsupportedFormat` for what is not a table.
    """
    from beffroi.documents.readers.sheets import sheets_of_csv, sheets_of_workbook

    limits = limits or Limits()
    data = _bytes_of(source, limits)
    kind = detect(data, name or (source.name if isinstance(source, Path) else ""))
    if kind in ("xlsx", "ods"):
        return sheets_of_workbook(data, limits)[0]
    if kind in ("csv", "txt"):
        return sheets_of_csv(data, limits)
    raise UnsupportedFormat(
        "Ce fichier n’est pas un tableau.",
        next_step="Enregistrez-le en csv, xlsx ou ods, puis recommencez.",
    )


def _bytes_of(source: Path | bytes, limits: Limits) -> bytes:
    if isinstance(source, bytes):
        check_size(len(source), limits)
        return source
    try:
        check_size(source.stat().st_size, limits)
        return source.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"Le fichier « {source.name} » ne s’ouvre pas.",
            next_step="Vérifiez son nom et vos droits de lecture.",
            detail=str(error),
        ) from error


def _reader(kind: str) -> Callable[[bytes, Limits], Found]:
    # One module a format, loaded when a file of that format comes: a PDF never pays for XML.
    reader: Callable[[bytes, Limits], Found] = importlib.import_module(READERS[kind]).read
    return reader
