"""csv files, cell by cell, in the same encoding, with the same separator and line ends."""

from __future__ import annotations

import codecs
import csv
import io

from beffroi.documents.decode import decode
from beffroi.documents.limits import Limits, check_cells
from beffroi.documents.readers.sheets import separator_of
from beffroi.documents.rewrite.slots import Replace
from beffroi.errors import DamagedDocument


def rewrite_csv(data: bytes, replace: Replace, limits: Limits) -> tuple[bytes, int]:
    """The csv with each cell replaced, and how many changed."""
    text = decode(data)
    separator = separator_of(text)
    buffer = io.StringIO(newline="")
    writer = csv.writer(
        buffer,
        delimiter=separator,
        lineterminator="\r\n" if "\r\n" in text else "\n",
        quoting=csv.QUOTE_ALL if text.lstrip()[:1] == '"' else csv.QUOTE_MINIMAL,
    )
    csv.field_size_limit(max(limits.characters, 131_072))
    changed = cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells += len(row)
            check_cells(cells, limits)
            new = [replace(cell) if cell.strip() else cell for cell in row]
            changed += sum(before != after for before, after in zip(row, new, strict=True))
            writer.writerow(new)
    except csv.Error as error:
        raise DamagedDocument(detail=str(error)) from error
    return _encoded(buffer.getvalue(), data), changed


def _encoded(text: str, original: bytes) -> bytes:
    """In the encoding of ``original``; in UTF-8 with its mark when that one lacks a character."""
    if original.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8 + text.encode()
    if original.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return text.encode("utf-16")
    try:
        original.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return text.encode("cp1252")
        except UnicodeEncodeError:
            return codecs.BOM_UTF8 + text.encode()
    return text.encode()
