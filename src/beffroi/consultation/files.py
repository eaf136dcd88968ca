"""A report as files: a page that opens offline, a table for the office, the raw result."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beffroi.consultation import charts
from beffroi.consultation.crossings import HIDDEN_SAID, Crossing, every, gap_said
from beffroi.consultation.document import document
from beffroi.consultation.export import as_json
from beffroi.consultation.map import IdeaMap, map_said, neighbours
from beffroi.consultation.report import POSITION_NAMES, ReportView, ThemeView, report
from beffroi.consultation.shown import shown_all
from beffroi.consultation.tracks import CRITERIA
from beffroi.documents import Marking

if TYPE_CHECKING:
    from beffroi.consultation.types import Answer, Result

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


def html(
    view: ReportView,
    *,
    signature: str = "",
    marks: Sequence[tuple[str, str]] = (),
    crossings: Sequence[Crossing] = (),
    mapped: IdeaMap | None = None,
) -> str:
    """A self-contained page: no address outside itself, opens without a network."""
    from jinja2 import Environment, PackageLoader

    room = Environment(loader=PackageLoader("beffroi.consultation"), autoescape=True)
    return room.get_template("rapport.html.j2").render(
        v=view,
        signature=signature,
        marks=marks,
        criteria=CRITERIA,
        crossings=[_drawn(crossing) for crossing in crossings],
        hidden_said=HIDDEN_SAID,
        map=mapped and _map(mapped),
    )


def _drawn(crossing: Crossing) -> dict[str, Any]:
    """A crossing for the page: its drawing, its table, its widest gap in a sentence."""
    end = charts.scale(crossing)
    values = crossing.values[: charts.SERIES]
    return {
        "title": crossing.title,
        "gap": gap_said(crossing),
        "keys": [(charts.key(place), value) for place, value in enumerate(values)],
        "strips": [(x.title, charts.strip(crossing, x, end=end)) for x in crossing.lines],
        "axis": charts.axis(end),
        "rows": crossing.rows,
    }


def _map(mapped: IdeaMap) -> dict[str, Any]:
    """The map of ideas for the page, with the table that says the same."""
    near = neighbours(mapped)
    return {
        "said": map_said(mapped),
        "drawing": charts.drawn_map(mapped, link=lambda row: f"#r{row}"),
        "lines": [
            (area, charts.key(area.number - 1), near.get(area.id, ""), mapped.middle(area))
            for area in mapped.areas
        ],
    }


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
    writer.writerows([HEADINGS, *([_safe(cell) for cell in row] for row in rows_of(view))])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str | int) -> str | int:
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


def open_data(result: Result, answers: Sequence[Answer]) -> bytes:
    """Every analysed answer for publication: no person, no profile, personal data hidden."""
    return "".join(open_lines(result, answers)).encode("utf-8-sig")


def open_lines(result: Result, answers: Sequence[Answer]) -> Iterator[str]:
    """The lines of :func:`open_data`, one at a time."""
    texts = {answer.row: answer.text for answer in answers}
    titles = {theme.id: theme.title for theme in result.themes}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("reponse", "texte", "themes", "position"))
    passages = shown_all([texts[answer.row] for answer in result.answers])
    for answer, read in zip(result.answers, passages, strict=True):
        themes = " | ".join(titles[name] for name in answer.themes if name in titles)
        passage = _safe(" ".join(read.split()))
        writer.writerow((answer.row, passage, _safe(themes), POSITION_NAMES[answer.position]))
        yield out.getvalue()
        out.seek(0), out.truncate()
    yield out.getvalue()


def write_all(result: Result, answers: Sequence[Answer], folder: Path) -> list[Path]:
    """Every form of the report in ``folder``, which is made if need be; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "resultat.json").open("w", encoding="utf-8") as out:
        out.writelines(as_json(result))
    with (folder / "donnees-ouvertes.csv").open("w", encoding="utf-8-sig", newline="") as out:
        out.writelines(open_lines(result, answers))
    view = report(result, answers)
    crossings = every(result, answers, names=POSITION_NAMES)
    marking = Marking()
    contents = {
        "rapport.html": html(view, crossings=crossings).encode(),
        "verbatims.csv": csv_table(view),
        "verbatims.xlsx": xlsx_table(view, crossings=crossings),
        "verbatims.ods": ods_table(view, crossings=crossings),
        "rapport.docx": document(view, format="docx", marking=marking, crossings=crossings),
        "rapport.odt": document(view, format="odt", marking=marking, crossings=crossings),
        "rapport.pdf": document(view, format="pdf", marking=marking, crossings=crossings),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in ("resultat.json", "donnees-ouvertes.csv", *contents)]
