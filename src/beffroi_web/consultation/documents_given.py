"""Several documents given at once: one answer each, as rows of a table that is kept."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from beffroi.consultation.table import read_table

NAME = "documents.csv"


def as_table(uploads: Sequence[UploadedFile]) -> bytes:
    """A csv with a row a document, its name and its text; one that cannot be read keeps its row,
    empty. Raises ``InputError`` when none holds a text."""
    with TemporaryDirectory() as folder:
        for place, upload in enumerate(uploads):
            own = Path(folder) / f"{place:04}"
            own.mkdir()
            (own / (PurePath(upload.name or "document").name)).write_bytes(upload.read())
        table = read_table(Path(folder))
    out = StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([table.columns, *table.rows])
    return out.getvalue().encode("utf-8-sig")
