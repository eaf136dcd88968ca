"""The report of a consultation as files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from beffroi.consultation import crossings, page, tables
from beffroi.consultation.document import document
from beffroi.consultation.export import as_data
from beffroi.consultation.map import IdeaMap, idea_map
from beffroi.consultation.open_data import open_data
from beffroi.consultation.report import POSITION_NAMES, report
from beffroi.consultation.search import alike
from beffroi.consultation.types import Answer, Result
from beffroi.documents import ExportFormat, Marking
from beffroi_web.consultation import convert, meaning, shelf
from beffroi_web.consultation.models import Consultation

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Choice → its name in French, the ending of the file, its type for the browser.
FORMATS: dict[str, tuple[str, str, str]] = {
    "html": ("Page web, qui s’ouvre sans réseau (html)", "html", "text/html; charset=utf-8"),
    "docx": ("Rapport Word (docx)", "docx", WORD),
    "odt": ("Rapport LibreOffice (odt)", "odt", "application/vnd.oasis.opendocument.text"),
    "pdf": ("Rapport PDF accessible", "pdf", "application/pdf"),
    "xlsx": ("Tableau des verbatims, Excel (xlsx)", "xlsx", EXCEL),
    "ods": (
        "Tableau des verbatims, LibreOffice (ods)",
        "ods",
        "application/vnd.oasis.opendocument.spreadsheet",
    ),
    "csv": ("Tableau des verbatims (csv)", "csv", "text/csv; charset=utf-8"),
    "ouvertes": ("Données ouvertes, anonymisées (csv)", "csv", "text/csv; charset=utf-8"),
    "json": ("Résultat complet (json)", "json", "application/json"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A file ready to be sent."""

    name: str
    kind: str
    content: bytes


def as_file(row: Consultation, format: str) -> Exported:
    """The report in ``format``, a key of :data:`FORMATS`."""
    _, ending, kind = FORMATS[format]
    return Exported(name=f"{_stem(row, format)}.{ending}", kind=kind, content=_content(row, format))


def _content(row: Consultation, format: str) -> bytes:
    answers = convert.answers_of(row)
    result = convert.result_of(row, answers)
    view = report(result, answers)
    crossed = crossings.every(result, answers, names=POSITION_NAMES)
    makers: dict[str, Callable[[], bytes]] = {
        "html": lambda: page.html(
            view,
            signature=signature(row),
            crossings=crossed,
            mapped=_map(row, result, answers),
            near=_near(row, [answer.row for answer in view.answers]),
        ).encode(),
        "xlsx": lambda: tables.xlsx_table(view, crossings=crossed),
        "ods": lambda: tables.ods_table(view, crossings=crossed),
        "csv": lambda: tables.csv_table(view),
        "ouvertes": lambda: open_data(result, answers),
        "json": lambda: json.dumps(as_data(result), ensure_ascii=False, indent=1).encode(),
    }
    if format in makers:
        return makers[format]()
    reading = shelf.reading_said(row)
    return document(
        view,
        format=cast(ExportFormat, format),
        marking=marking_of(row),
        reading=reading,
        crossings=crossed,
    )


def _map(row: Consultation, result: Result, answers: Sequence[Answer]) -> IdeaMap | None:
    return idea_map(result, answers, *meaning.opened(row)) if row.sense else None


def _near(row: Consultation, rows: Sequence[int]) -> Mapping[int, Sequence[int]]:
    return alike(meaning.opened(row)[0], rows) if row.sense else {}


def marking_of(row: Consultation) -> Marking:
    """What the file says of itself: no model took part."""
    return Marking(
        created_at=row.created_at.replace(microsecond=0),
        author=row.owner.name,
        collectivite=row.collectivite.name,
        reviewer=row.signed_by.name if row.signed_by else "",
        reviewed_at=row.signed_at.replace(microsecond=0) if row.signed_at else None,
    )


def signature(row: Consultation) -> str:
    """« Relu et signé par… », or that nobody has."""
    if row.signed_by is None or row.signed_at is None:
        return "Brouillon : ce rapport n’a pas encore été relu ni signé."
    return f"Relu et signé par {row.signed_by.name} le {row.signed_at:%d/%m/%Y}."


def _stem(row: Consultation, format: str) -> str:
    words = re.sub(r"[^\w]+", "-", row.title).strip("-")[:80] or "consultation"
    words = f"{words}-donnees-ouvertes" if format == "ouvertes" else words
    return words if row.signed_by_id else f"brouillon-{words}"
