"""What the jobs of this room write, each in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from beffroi.errors import UnknownName
from beffroi_web.consultation.keeping import forget, reference, unsign
from beffroi_web.consultation.models import JOINED, Change, Consultation
from beffroi_web.journal import actions as journal


def store_found(number: int, answers: list[Any], found: Mapping[str, Any], points: str) -> int:
    """Keep what the machine found; called by the job. ``points``: the file that it wrote.

    Nothing that a person decided is lost: an analysis with decisions was kept as a version before
    this one began (:mod:`.versions`).
    """
    row = Consultation.objects.across("a job knows its consultation by its number").get(pk=number)
    left = [row.points] if row.points.name != points else []
    row.answers, row.found, row.points = answers, dict(found), points
    row.rows = found["rows"]
    row.signed_by = row.signed_at = None
    row.save()
    transaction.on_commit(lambda: forget(left))
    details = {"themes": len(found["themes"]), "lignes": found["rows"]}
    journal.write(row.collectivite, row.owner, "consultation.depouillee", reference(row), details)
    return row.pk


def store_joined(number: int, arrived: int, made: Mapping[str, Any]) -> int:
    """Keep the result with the answers that joined, as a decision; called by the job."""
    row = Consultation.objects.across("a job knows its consultation by its number").get(pk=number)
    arrival = row.arrivals.get(pk=arrived)
    last = row.changes.filter(undone=False).last()
    if (last.pk if last else 0) != made["after"]:
        raise UnknownName(
            "Une décision a été prise pendant l’ajout.", next_step="Ajoutez ces réponses à nouveau."
        )
    arrival.answers, arrival.found, arrival.points = made["answers"], made["found"], made["points"]
    arrival.save()
    args = {"arrivee": arrival.pk, "lignes": len(made["answers"])}
    said = f"{arrival.file_name}\N{NO-BREAK SPACE}: {made['said']}"[:500]
    Change.objects.create(consultation=row, act=JOINED, args=args, said=said, author=arrival.author)
    row.rows += args["lignes"]
    row.save(update_fields=["rows"])
    unsign(row)
    details = {"lignes": args["lignes"]}
    journal.write(
        row.collectivite, arrival.author, "consultation.completee", reference(row), details
    )
    return row.pk
