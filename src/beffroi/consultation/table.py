"""Answers read from a file: CSV, XLSX, ODS, JSON, mbox, a folder of documents, pasted notes.

A :class:`Table` keeps every row of the file, in order, empty ones included: they are counted.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beffroi.documents.decode import decode
from beffroi.errors import DamagedDocument, EmptyText, UnknownName, UnsupportedFormat

SEPARATORS = (";", ",", "\t", "|")
_READ_FOR_SEPARATOR = 200
#: First rows among which the heading is looked for.
_READ_FOR_HEADING = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """``columns`` are unique names; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = ""

    def column(self, name: str) -> int:
        """The place of the column of that name, whatever its case; ``UnknownName`` otherwise."""
        for place, column in enumerate(self.columns):
            if column.casefold().strip() == name.casefold().strip():
                return place
        known = ", ".join(f"« {column[:60]} »" for column in self.columns[:20])
        raise UnknownName(
            f"Le fichier n’a pas de colonne « {name} ».", next_step=f"Colonnes : {known}."
        )


def read_table(path: Path) -> Table:
    """The table of a file or folder. Raises a :class:`beffroi.errors.InputError`."""
    if path.is_dir():
        return _folder(path)
    readers = {
        ".csv": _csv_bytes,
        ".tsv": _csv_bytes,
        ".xlsx": _workbook,
        ".xls": _workbook,
        ".ods": _workbook,
        ".json": _json,
        ".jsonl": _json_lines,
        ".ndjson": _json_lines,
        ".txt": _notes,
        ".md": _notes,
    }
    if path.suffix.lower() == ".mbox":
        return _mbox(path)
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnsupportedFormat(
            f"Beffroi ne lit pas de réponses dans un fichier « {path.suffix} ».",
            next_step="Donnez un fichier csv, xlsx, ods, json, mbox ou txt, ou un dossier.",
        )
    return _not_empty(reader(path.read_bytes(), path.name))


def _not_empty(table: Table) -> Table:
    if not table.rows:
        raise EmptyText("Ce fichier ne contient aucune réponse.")
    return table


def _csv_bytes(data: bytes, name: str) -> Table:
    return read_csv(decode(data), name=name)


def read_csv(text: str, *, name: str = "") -> Table:
    """CSV with any of ``; , tab |`` and quoted cells. Short or long rows are kept."""
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        lines = list(reader)
    except csv.Error as error:
        raise DamagedDocument(detail=str(error)) from error
    while lines and not lines[-1]:
        lines.pop()
    # Under several columns a line without a cell is no row; under one, it is an empty answer.
    several = any(len(line) > 1 for line in lines)
    return _table([line for line in lines if line or not several], name)


def separator_of(text: str) -> str:
    """The separator that cuts the first rows into the same number of cells, the most often."""

    def regularity(separator: str) -> tuple[float, int]:
        sample = io.StringIO(text[:200_000], newline="")
        widths: list[int] = []
        for _, cells in zip(
            range(_READ_FOR_SEPARATOR), csv.reader(sample, delimiter=separator), strict=False
        ):
            widths.append(len(cells))
        width, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (times / max(1, len(widths)) if width > 1 else 0.0, width)

    return max(SEPARATORS, key=regularity)


def _workbook(data: bytes, name: str) -> Table:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names]
    except CalamineError as error:
        raise DamagedDocument(detail=str(error)) from error
    if not any(sheets):
        raise EmptyText("Ce classeur est vide.")
    lines = [[_cell(value) for value in row] for row in max(sheets, key=len)]
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()  # formatted, never filled
    return _table(lines, name)


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _json(data: bytes, name: str) -> Table:
    try:
        content = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise DamagedDocument("Ce fichier JSON est mal formé.", detail=str(error)) from error
    if isinstance(content, dict):
        content = next((value for value in content.values() if isinstance(value, list)), [])
    return _records(content, name)


def _json_lines(data: bytes, name: str) -> Table:
    lines = [line for line in decode(data).splitlines() if line.strip()]
    try:
        return _records([json.loads(line) for line in lines], name)
    except json.JSONDecodeError as error:
        raise DamagedDocument(
            "Une ligne de ce fichier est mal formée.", detail=str(error)
        ) from error


def _records(records: Sequence[Any], name: str) -> Table:
    """Dicts become rows; anything else becomes a row of one column, « texte »."""
    items = [item if isinstance(item, dict) else {"texte": item} for item in records]
    columns = tuple(dict.fromkeys(str(key) for item in items for key in item))
    rows = tuple(tuple(_cell(item.get(column)) for column in columns) for item in items)
    return Table(columns=columns, rows=rows, name=name)


def _notes(data: bytes, name: str) -> Table:
    """Pasted notes: one answer a paragraph, or a line when there is no blank line."""
    text = decode(data).replace("\r\n", "\n").strip()
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    rows = tuple((part.strip().lstrip("-•* ").strip(),) for part in parts)
    return Table(columns=("texte",), rows=rows if text else (), name=name)


def _mbox(path: Path) -> Table:
    """One answer an e-mail: its subject, its sender, the text that its author wrote."""
    import mailbox

    from beffroi.documents import read

    rows = []
    for message in mailbox.mbox(path, create=False):
        document = read(message.as_bytes(), name="message.eml")
        rows.append((str(message["from"] or ""), str(message["subject"] or ""), document.text))
    return _not_empty(Table(columns=("auteur", "objet", "texte"), rows=tuple(rows), name=path.name))


def _folder(path: Path) -> Table:
    """One answer a document. A document that cannot be read keeps its row, empty."""
    rows = tuple((file.name, _text_of(file)) for file in _documents(path))
    return _not_empty(Table(columns=("fichier", "texte"), rows=rows, name=path.name))


def _documents(path: Path) -> Iterator[Path]:
    return (f for f in sorted(path.rglob("*")) if f.is_file() and not f.name.startswith("."))


def _text_of(path: Path) -> str:
    from beffroi.documents import read
    from beffroi.errors import InputError

    try:
        return read(path.read_bytes(), name=path.name).text
    except InputError:
        return ""


def _table(lines: list[list[str]], name: str) -> Table:
    """The heading names the columns; what comes before it is no row."""
    first = _heading(lines)
    if first is None:
        return Table(columns=(), rows=(), name=name)
    width = max(len(line) for line in lines[first:])
    columns = _unique([*lines[first], *[""] * (width - len(lines[first]))])
    rows = tuple((*line, *[""] * (width - len(line))) for line in lines[first + 1 :])
    return Table(columns=columns, rows=rows, name=name)


def _heading(lines: Sequence[Sequence[str]]) -> int | None:
    """The place of the row that names the columns: the first that is not blank, unless it holds
    titles of groups (Framaforms writes two such rows) above a row that is filled."""
    filled = [sum(bool(cell.strip()) for cell in line) for line in lines[:_READ_FOR_HEADING]]
    first = next((i for i, count in enumerate(filled) if count), None)
    if first is None:
        return None
    widest = max(len(line) for line in lines[:_READ_FOR_HEADING])
    if widest < 4 or filled[first] * 2 >= widest:
        return first
    full = (i for i, count in enumerate(filled) if i > first and count >= 0.8 * widest)
    return next(full, first)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found = []
    for place, name in enumerate(names, start=1):
        clean = " ".join(name.split()) or f"colonne {place}"
        seen[clean] += 1
        found.append(clean if seen[clean] == 1 else f"{clean} ({seen[clean]})")
    return tuple(found)
