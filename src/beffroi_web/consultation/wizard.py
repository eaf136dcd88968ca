"""What the pages before the themes show: columns to choose, an analysis going on. Reads only."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from beffroi.consultation.shown import shown
from beffroi.consultation.survey import columns_of
from beffroi_web.consultation import convert
from beffroi_web.consultation.models import Consultation
from beffroi_web.consultation.shelf import questions, versions_of
from beffroi_web.look.typography import counted

PREVIEWED = 5
ROLES = {
    "ouverte": "réponses écrites",
    "fermee": "choix ou profil",
    "personne": "personne",
    "technique": "technique",
    "vide": "vide",
}


def wizard(row: Consultation) -> dict[str, Any]:
    """The columns of the file with their likely role, its first rows, what is already chosen."""
    table = convert.table_of(row)
    columns = columns_of(table)
    chosen = [row.column, *(other.column for other in row.others.all())]
    guessed = [c.name for c in columns if c.role == "fermee" and c.name not in chosen]
    return {
        "row": row,
        "columns": [{"name": c.name, "role": ROLES[c.role], "filled": c.filled} for c in columns],
        "choices": [
            (c.name, f"{c.name[:120]} ({c.filled} cases remplies, {ROLES[c.role]})")
            for c in sorted(columns, key=lambda c: c.role != "ouverte")
            if c.role != "vide"
        ],
        "kept": _what_stands(row),
        "preview": [[shown(cell[:160]) for cell in line] for line in table.rows[:PREVIEWED]],
        "initial": {
            "titre": row.title,
            "colonnes": [name for name in chosen if name],
            "profil": guessed if row.profile is None else row.profile,
            "question": row.question,
            "personne": row.person,
            "themes": row.given,
        },
    }


def _what_stands(row: Consultation) -> list[str]:
    """What people did of the analyses of the file: « 12 décisions », « 40 réponses relues »…"""
    every = [row, *row.others.all()]
    made = sum(one.changes.filter(undone=False).count() for one in every)
    read = sum(one.readings.count() for one in every)
    said = [counted(made, "décision", "décisions")] if made else []
    said += [counted(read, "réponse relue", "réponses relues")] if read else []
    signed = sum(one.signed_by_id is not None for one in every)
    return [*said, counted(signed, "rapport signé", "rapports signés")] if signed else said


def waiting(row: Consultation) -> dict[str, Any]:
    """A consultation being analysed, or whose analysis ended without a result."""
    job = row.job
    started = job.started_at if job else None
    elapsed = (timezone.now() - started).total_seconds() if started else 0.0
    return {
        "row": row,
        "job": job,
        "elapsed": round(elapsed, 1),
        "questions": questions(row),
        "versions": versions_of(row),
    }
