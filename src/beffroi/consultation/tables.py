"""The table theme / sub-theme / position / verbatim / counts, as csv, xlsx, ods."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from beffroi.consultation.crossings import HIDDEN_SAID, Crossing
from beffroi.consultation.report import POSITION_NAMES
from beffroi.consultation.view import ReportView, ThemeView

HEADINGS = (
    "Thème",
    "Sous-thème",
    "Position",
    "Réponse",
    "Verbatim",
    "Réponses du thème",
    "Personnes",
)
Row = tuple[str, str, str, int, str, int, int]


def rows_of(view: ReportView) -> list[Row]:
    """theme / sub-theme / position / verbatim / counts, one row a chosen passage."""
    return [
        row
        for theme in view.themes
        for child in (theme.children or (theme,))
        for row in _rows(theme, child)
    ]


def _rows(theme: ThemeView, child: ThemeView) -> list[Row]:
    sub = "" if child is theme else child.title
    return [
        (theme.title, sub, POSITION_NAMES[q.position], q.row, q.text, child.answers, child.people)
        for q in child.quotes
    ]


def csv_table(view: ReportView) -> bytes:
    """For a spreadsheet in French: semicolons, with the mark that it needs to read accents."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerows([HEADINGS, *([safe(cell) for cell in row] for row in rows_of(view))])
    return out.getvalue().encode("utf-8-sig")


def safe(cell: str | int) -> str | int:
    """A cell that a spreadsheet would run as a formula is quoted (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def xlsx_table(view: ReportView, *, crossings: Sequence[Crossing] = ()) -> bytes:
    """The same table as a workbook, headings frozen, filters on; a sheet more for each crossing."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Verbatims")
    rows = rows_of(view)
    bold, wrap = (
        book.add_format({"bold": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    sheet.write_row(0, 0, HEADINGS, bold)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row, wrap)
    for place, width in enumerate((32, 32, 14, 10, 80, 18, 12)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(HEADINGS) - 1)
    for place, crossing in enumerate(crossings, start=1):
        sheet = book.add_worksheet(f"Profils {place}")
        sheet.write(0, 0, crossing.title, bold)
        for number, line in enumerate(crossing.rows, start=1):
            sheet.write_row(number, 0, line, bold if number == 1 else wrap)
        sheet.write(len(crossing.rows) + 2, 0, HIDDEN_SAID)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(crossing.values) + 1, 18)
    book.close()
    return out.getvalue()


def ods_table(view: ReportView, *, crossings: Sequence[Crossing] = ()) -> bytes:
    """The same tables for LibreOffice."""
    from odfdo import Document, Row, Table

    book = Document("spreadsheet")
    book.body.clear()
    sheets: list[tuple[str, list[tuple[str | int, ...]]]] = [
        ("Verbatims", [HEADINGS, *rows_of(view)])
    ]
    for place, crossing in enumerate(crossings, start=1):
        sheets.append((f"Profils {place}", [(crossing.title,), *crossing.rows, (HIDDEN_SAID,)]))
    for name, lines in sheets:
        table = Table(name)
        for line in lines:
            row = Row()
            row.set_values(list(line))
            table.append_row(row)
        book.body.append(table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
