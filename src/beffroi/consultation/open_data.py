"""Every analysed answer for publication: no person, no profile, personal data hidden."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from beffroi.consultation.report import POSITION_NAMES
from beffroi.consultation.shown import shown_all
from beffroi.consultation.tables import safe
from beffroi.consultation.types import Answer, Result


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
        passage = safe(" ".join(read.split()))
        writer.writerow((answer.row, passage, safe(themes), POSITION_NAMES[answer.position]))
        yield out.getvalue()
        out.seek(0), out.truncate()
    yield out.getvalue()
