"""Everything that changes a consultation: permission, transaction, journal line, or a job."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from beffroi.consultation.survey import open_columns, person_column, tool_of
from beffroi.errors import UnknownName
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation import convert
from beffroi_web.consultation.models import JOINED, Arrival, Change, Consultation, Reading
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

ANALYSING, JOINING = "consultation.depouiller", "consultation.joindre"
SAMPLE = 40
#: What the questions of one file have in common.
_SHARED = ("title", "file", "file_name", "tool", "rows", "person", "profile", "given")


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


def give(
    content: bytes, *, name: str, title: str, user: User, collectivite: Collectivite
) -> Consultation:
    """Keep the file, with what is guessed of its columns. Raises ``InputError`` if unreadable."""
    allow(user, "consultation.depouiller", collectivite)
    row = Consultation(collectivite=collectivite, owner=user, title=title, file_name=name)
    row.file.save(name, ContentFile(content), save=False)
    try:
        table = convert.table_of(row)
    except Exception:
        row.file.delete(save=False)
        raise
    row.rows, row.tool = len(table.rows), tool_of(table)
    row.column, row.person = next(iter(open_columns(table)), ""), person_column(table)
    with transaction.atomic():
        row.save()
        details = {"lignes": row.rows, "format": name.rsplit(".", 1)[-1]}
        journal.write(collectivite, user, "consultation.deposee", _ref(row), details)
    return row


def begin(row: Consultation, values: Mapping[str, Any], *, user: User) -> None:
    """Analyse the columns chosen: ``row`` takes the first, the others get a row of their own."""
    allow(user, "consultation.depouiller", row)
    columns: list[str] = values["colonnes"]
    known = {other.column: other for other in row.others.select_related("job")}
    if row.working or any(other.working for other in known.values()):
        return
    with transaction.atomic():
        row.title, row.person = values["titre"], values["personne"]
        row.profile, row.given = values["profil"], values["themes"]
        row.question = values["question"] if len(columns) == 1 else ""
        _analyse(row, columns[0], user)
        for column in columns[1:]:
            _analyse(known.get(column) or _beside(row), column, user, like=row)
        gone = row.others.exclude(column__in=columns[1:])
        left = [other.points for other in gone]
        gone.delete()
        transaction.on_commit(lambda: _forget(left))


def _beside(row: Consultation) -> Consultation:
    """Another question of the same file."""
    return Consultation(collectivite=row.collectivite, owner=row.owner, main=row)


def _analyse(
    row: Consultation, column: str, user: User, *, like: Consultation | None = None
) -> None:
    for name in _SHARED if like else ():
        setattr(row, name, getattr(like, name))
    row.column = column
    row.save()
    row.job = port.enqueue(
        ANALYSING,
        {"consultation": row.pk},
        collectivite=row.collectivite,
        owner=user,
        title=row.title,
    )
    row.save(update_fields=["job"])


def store_found(number: int, answers: list[Any], found: Mapping[str, Any], points: str) -> int:
    """Keep what the machine found; called by the job. ``points``: the file that it wrote."""
    row = Consultation.objects.across("a job knows its consultation by its number").get(pk=number)
    row.answers, row.found, row.points = answers, dict(found), points
    row.signed_by = row.signed_at = None
    row.save()
    row.changes.all().delete()
    left = [file for arrival in row.arrivals.all() for file in (arrival.file, arrival.points)]
    row.arrivals.all().delete()
    transaction.on_commit(lambda: _forget(left))
    row.readings.all().delete()
    details = {"themes": len(found["themes"]), "lignes": found["rows"]}
    journal.write(row.collectivite, row.owner, "consultation.depouillee", _ref(row), details)
    return row.pk


def add(row: Consultation, content: bytes, *, name: str, user: User) -> None:
    """Ask that more answers to the same question join. Raises ``InputError`` if they cannot."""
    allow(user, "consultation.depouiller", row)
    arrival = Arrival(consultation=row, author=user, file_name=name)
    arrival.file.save(name, ContentFile(content), save=False)
    try:
        convert.answers_in(convert.table_at(arrival.file.path), row)
    except Exception:
        arrival.file.delete(save=False)
        raise
    with transaction.atomic():
        arrival.save()
        row.job = port.enqueue(
            JOINING,
            {"consultation": row.pk, "arrivee": arrival.pk},
            collectivite=row.collectivite,
            owner=user,
            title=row.title,
        )
        row.save(update_fields=["job", "updated_at"])


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
    _unsign(row)
    details = {"lignes": args["lignes"]}
    journal.write(row.collectivite, arrival.author, "consultation.completee", _ref(row), details)
    return row.pk


def stop(row: Consultation, *, user: User) -> None:
    allow(user, "consultation.depouiller", row)
    if row.job is not None:
        port.stop(row.job, actor=user)


def resume(row: Consultation, *, user: User) -> None:
    allow(user, "consultation.depouiller", row)
    if row.job is not None:
        port.resume(row.job, actor=user)


def change(row: Consultation, act: str, args: Mapping[str, Any], *, user: User) -> None:
    """One decision on the themes; a signed report has to be signed again. ``InputError``."""
    allow(user, "consultation.depouiller", row)
    answers = convert.answers_of(row)
    result = convert.result_of(row, answers)
    convert.applied(result, answers, act, args, by=user.name)
    titles = {theme.id: theme.title for theme in result.themes}
    with transaction.atomic():
        said = convert.said(act, args, titles)[:500]
        Change.objects.create(consultation=row, act=act, args=dict(args), said=said, author=user)
        _unsign(row)
        journal.write(row.collectivite, user, "consultation.corrigee", _ref(row), {"acte": act})


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
        _unsign(row)
        details = {"acte": f"annuler {last.act}"}
        journal.write(row.collectivite, user, "consultation.corrigee", _ref(row), details)
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
        journal.write(row.collectivite, user, "consultation.relue", _ref(row), details)


def sign(row: Consultation, *, user: User) -> None:
    """The person takes the report upon himself or herself."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        row.signed_by, row.signed_at = user, timezone.now()
        row.save(update_fields=["signed_by", "signed_at", "updated_at"])
        journal.write(row.collectivite, user, "consultation.signee", _ref(row))


def exported(row: Consultation, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    with transaction.atomic():
        journal.write(
            row.collectivite, user, "consultation.exportee", _ref(row), {"format": format}
        )


def delete(row: Consultation, *, user: User) -> None:
    """Remove the consultation and its decisions; its first question, with the file and all."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        reference, collectivite = _ref(row), row.collectivite
        alone = row.main_id is None
        files = [row.points, *(other.points for other in row.others.all())]
        files += [row.file] if alone else []
        files += [f for arrival in row.arrivals.all() for f in (arrival.file, arrival.points)]
        row.delete()
        journal.write(collectivite, user, "consultation.supprimee", reference)
    _forget(files)


def _forget(files: Sequence[FieldFile]) -> None:
    for file in files:
        if file:
            file.storage.delete(file.name)


def _unsign(row: Consultation) -> None:
    row.signed_by = row.signed_at = None
    row.save(update_fields=["signed_by", "signed_at", "updated_at"])


def _ref(row: Consultation) -> str:
    return f"consultation:{row.pk}"
