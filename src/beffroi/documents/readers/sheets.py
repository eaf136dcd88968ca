"""Workbooks (xlsx, ods) and csv files, as sheets of cells."""

from __future__ import annotations

import csv as csv_module
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from beffroi.documents.archive import open_archive, read_member, refuse_declarations
from beffroi.documents.assemble import Found, Part, row_of
from beffroi.documents.decode import decode
from beffroi.documents.limits import Limits, check_cells
from beffroi.documents.types import Sheet
from beffroi.errors import DamagedDocument, ProtectedDocument

_SEPARATORS = ";,\t|"
#: Share of lines that a separator must cut into the same number of cells; else there is one column.
_EVEN = 0.7
_NONE = "\x1f"
_BESIDE = (
    (("xl/media/", "Pictures/"), "images"),
    (("xl/charts/", "Object "), "graphiques"),
    (("xl/comments", "xl/threadedComments"), "feuilles de commentaires"),
    (("xl/vbaProject", "Basic/Standard/"), "macros (jamais exécutées)"),
)


def sheets_of_csv(data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The one table of a csv file; the separator is the one that cuts its lines most evenly."""
    text = decode(data).replace("\x00", "")
    csv_module.field_size_limit(max(limits.characters, 131_072))
    lines = csv_module.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    rows, cells = [], 0
    try:
        for row in lines:
            cells += len(row)
            check_cells(cells, limits)
            if any(cell.strip() for cell in row):
                rows.append(tuple(row))
    except csv_module.Error as error:
        raise DamagedDocument(detail=str(error)) from error
    return (Sheet(name="", rows=tuple(rows)),)


def separator_of(text: str) -> str:
    """``;``, ``,``, tabulation or ``|``: the one whose count is most alike from line to line."""
    sample = [line for line in text[:20_000].splitlines()[:50] if line.strip()]

    def evenness(separator: str) -> tuple[float, int]:
        rows = list(csv_module.reader(sample, delimiter=separator))
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            return (0.0, 0)
        width, count = widths.most_common(1)[0]
        return (count / len(rows) if len(rows[0]) > 1 else 0.0, width)

    best = max(_SEPARATORS, key=evenness)
    return best if evenness(best)[0] >= _EVEN else _NONE


def sheets_of_workbook(data: bytes, limits: Limits) -> tuple[tuple[Sheet, ...], Counter[str]]:
    """The visible sheets of an xlsx or ods, with the values shown; and what is left out."""
    with open_archive(data, limits) as archive:
        left_out = _beside(archive.namelist())
        if b"encryption-data" in (read_member(archive, "META-INF/manifest.xml", limits) or b""):
            raise ProtectedDocument
        refuse_declarations(archive)
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        visible = [s.name for s in book.sheets_metadata if _is_seen(s)]
        left_out["feuilles masquées ou sans cases"] += len(book.sheet_names) - len(visible)
        return tuple(_sheet(book, name, limits) for name in visible), left_out
    except calamine.PasswordError as error:
        raise ProtectedDocument from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise DamagedDocument(detail=str(error)) from error
    except BaseException as error:
        # A panic of the Rust reader is no Exception: a damaged file must not stop the server.
        if type(error).__name__ == "PanicException":
            raise DamagedDocument(detail=str(error)) from error
        raise


def _is_seen(sheet: Any) -> bool:
    return str(sheet.visible).endswith(".Visible") and str(sheet.typ).endswith(".WorkSheet")


def _sheet(book: Any, name: str, limits: Limits) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    check_cells(sheet.width * sheet.height, limits)
    rows = (tuple(written(cell) for cell in row) for row in sheet.to_python())
    return Sheet(name=name, rows=tuple(row for row in rows if any(row)))


def written(value: Any) -> str:
    """A cell as a French reader writes it: ``12``, ``3,5``, ``03/05/2026``, ``09:30``, ``oui``."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, dt.datetime):
        return f"{value:%d/%m/%Y}" + (f" {value:%H:%M}" if value.time() != dt.time() else "")
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(value)


def _beside(names: Iterable[str]) -> Counter[str]:
    left_out: Counter[str] = Counter()
    for name in names:
        for starts, what in _BESIDE:
            if name.startswith(starts) and not name.endswith(("/", ".rels")):
                left_out[what] += 1
    return left_out


def found_in(sheets: Iterable[Sheet], kind: str, left_out: Counter[str]) -> Found:
    """One passage a cell that holds something; the name of a sheet is a title."""
    parts = list(_parts(tuple(sheets)))
    return Found(parts=parts, format=kind, left_out=left_out)


def _parts(sheets: tuple[Sheet, ...]) -> Iterator[Part]:
    number = 0
    for sheet in sheets:
        if len(sheets) > 1 and sheet.rows:
            yield Part(text=sheet.name, kind="titre", level=1)
        for row in sheet.rows:
            number += 1
            yield from row_of(row, number)
