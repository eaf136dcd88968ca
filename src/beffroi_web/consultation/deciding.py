"""What a person decides of themes and answers, reads again, signs, sends out."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from beffroi.consultation.types import Result
from beffroi_web.consultation import convert
from beffroi_web.consultation.keeping import allow, reference, unsign
from beffroi_web.consultation.models import JOINED, Change, Consultation, Reading
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

SAMPLE = 40
#: Under this name, a decision keeps what it changed: how many answers, and the first of them.
EFFECT, MOST_KEPT = "effet", 200


def effect(before: Result, after: Result) -> dict[str, Any]:
    """How many answers changed theme, and for the first: row, titles before, titles after."""
    new = {answer.row: answer.themes for answer in after.answers}
    moved = [(a.row, a.themes, new[a.row]) for a in before.answers if a.themes != new[a.row]]
    old_titles, new_titles = (
        {theme.id: theme.title for theme in result.themes} for result in (before, after)
    )
    return {
        "nombre": len(moved),
        "reponses": [
            [row, [old_titles[t] for t in was], [new_titles[t] for t in now if t in new_titles]]
            for row, was, now in moved[:MOST_KEPT]
        ],
    }


def change(row: Consultation, act: str, args: Mapping[str, Any], *, user: User) -> None:
    """One decision on the themes; a signed report has to be signed again. ``InputError``."""
    allow(user, "consultation.depouiller", row)
    answers = convert.answers_of(row)
    result = convert.result_of(row, answers)
    after = convert.applied(result, answers, act, args, by=user.name)
    titles = {theme.id: theme.title for theme in result.themes}
    with transaction.atomic():
        said = convert.said(act, args, titles)[:500]
        kept = {**args, EFFECT: effect(result, after)}
        Change.objects.create(consultation=row, act=act, args=kept, said=said, author=user)
        unsign(row)
        journal.write(
            row.collectivite, user, "consultation.corrigee", reference(row), {"acte": act}
        )


def undo(row: Consultation, *, user: User) -> str:
    """Take the last decision back; gives what it said, or an empty string."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        last = row.changes.filter(undone=False).last()
        if last is None:
            return ""
        last.undone = True
        last.save(update_fields=["undone"])
        if last.act == JOINED:
            row.rows -= last.args["lignes"]
            row.save(update_fields=["rows"])
        unsign(row)
        details = {"acte": f"annuler {last.act}"}
        journal.write(row.collectivite, user, "consultation.corrigee", reference(row), details)
    return last.said


def sample_of(row: Consultation, rows: list[int]) -> list[int]:
    """The answers to read again: drawn at random once for all (the draw is the consultation's)."""
    drawn = random.Random(row.pk)  # noqa: S311 (a draw, not a secret)
    return sorted(drawn.sample(rows, min(SAMPLE, len(rows))))


def read(row: Consultation, verdicts: Mapping[int, bool], *, user: User) -> None:
    """Keep what the person thought of the answers read."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        for number, right in verdicts.items():
            Reading.objects.update_or_create(
                consultation=row, row=number, defaults={"right": right, "author": user}
            )
        details = {"reponses": len(verdicts)}
        journal.write(row.collectivite, user, "consultation.relue", reference(row), details)


def sign(row: Consultation, *, user: User) -> None:
    """The person takes the report upon himself or herself."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        row.signed_by, row.signed_at = user, timezone.now()
        row.save(update_fields=["signed_by", "signed_at", "updated_at"])
        journal.write(row.collectivite, user, "consultation.signee", reference(row))


def exported(row: Consultation, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    with transaction.atomic():
        journal.write(
            row.collectivite, user, "consultation.exportee", reference(row), {"format": format}
        )
