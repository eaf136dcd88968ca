"""The journal as CSV and JSON. Pure, in pieces, so that a long one needs little memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC

from beffroi_web.journal.acts import ACTS
from beffroi_web.journal.chain import Line

COLUMNS = (
    "numero",
    "date",
    "compte",
    "acte",
    "libelle",
    "objet",
    "precisions",
    "precedente",
    "empreinte",
)


def row(line: Line) -> dict[str, object]:
    """One line with French names; the date in UTC as it is hashed."""
    values = (
        line.number,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.actor,
        line.act,
        ACTS.get(line.act, line.act),
        line.object,
        line.details,
        line.previous,
        line.hash,
    )
    return dict(zip(COLUMNS, values, strict=True))


def as_csv(lines: Iterable[Line]) -> Iterator[str]:
    """UTF-8 with a mark and semicolons, which French spreadsheets open as they are."""
    yield "\ufeff"
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([_inert(value) for value in row(line).values()])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def as_json(lines: Iterable[Line]) -> Iterator[str]:
    """An array of objects."""
    yield "["
    for number, line in enumerate(lines):
        yield (",\n" if number else "\n") + json.dumps(row(line), ensure_ascii=False)
    yield "\n]\n"


def _inert(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    dangerous = isinstance(value, str) and value[:1] in "=+-@\t\r" and value != ""
    return f"'{value}" if dangerous else value
