"""An analysis is never lost: another one sets it aside, whole, and a person can return to it.

    columns or question changed → keep(row): what was found and decided becomes a version of row
    « revenir à cette version »  → bring_back(version): both exchange what they hold

A version is a consultation like another, with its own pages; ``former_of`` says whose it is.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from beffroi_web.consultation.keeping import allow, files_of, forget, reference
from beffroi_web.consultation.models import JOINED, Arrival, Consultation
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: What all the questions of a file have in common.
SHARED = ("title", "file", "file_name", "tool")
#: What an analysis is made of, beside its decisions, its readings and the answers that joined.
CONTENT = (
    "question",
    "rows",
    "column",
    "person",
    "profile",
    "given",
    "job",
    "answers",
    "found",
    "points",
    "signed_by",
    "signed_at",
)
#: What belongs to an analysis, by the name of its rows.
_PARTS = ("changes", "arrivals", "readings")


def decided(row: Consultation) -> bool:
    """Whether a person did something of this analysis that another one would not do again."""
    return bool(row.signed_by_id) or any(getattr(row, part).exists() for part in _PARTS)


def keep(row: Consultation) -> None:
    """Set the analysis of ``row`` aside as a version if a person decided something; ``row`` is
    empty after, with the answers that had joined still to be read with the file."""
    joined = arrived(row)
    if not decided(row):
        left = [row.points]
        transaction.on_commit(lambda: forget(left))
    else:
        version = Consultation(collectivite=row.collectivite, owner=row.owner)
        version.former_of, version.kept_at = row.first, timezone.now()
        for name in (*SHARED, *CONTENT):
            setattr(version, name, getattr(row, name))
        version.save()
        for part in _PARTS:
            getattr(row, part).update(consultation=version)
        for arrival in joined:
            _read_with_the_file(arrival, row)
    row.answers = row.found = row.job = row.signed_by = row.signed_at = None
    row.points = ""
    row.save()


def arrived(row: Consultation) -> list[Arrival]:
    """The answers that came after the file and that stand, the first first."""
    changes = row.changes.filter(undone=False, act=JOINED)
    standing = {change.args["arrivee"] for change in changes}
    return [a for a in row.arrivals.all() if a.included or a.pk in standing]


def _read_with_the_file(arrival: Arrival, row: Consultation) -> None:
    copy = Arrival(consultation=row, author=arrival.author, file_name=arrival.file_name)
    copy.included = True
    with arrival.file.open("rb") as file:
        name = PurePath(arrival.file.name or arrival.file_name).name
        copy.file.save(name, ContentFile(file.read()), save=False)
    copy.save()


def set_aside(row: Consultation) -> None:
    """A question of the file that is no longer wanted: a version of the first if a person decided
    something of it, nothing otherwise."""
    if decided(row):
        row.former_of, row.main, row.kept_at = row.main, None, timezone.now()
        row.beside = True
        row.save()
        return
    left = files_of(row)
    row.delete()
    transaction.on_commit(lambda: forget(left))


def bring_back(version: Consultation, *, user: User) -> Consultation | None:
    """Make ``version`` the analysis of today; that of today becomes the version. Gives the
    consultation to open, or nothing while the machine works on it."""
    allow(user, "consultation.depouiller", version)
    first = version.former_of
    if first is None:
        return None
    today = next((q for q in (first, *first.others.all()) if q.column == version.column), None)
    today = today or (None if version.beside else first)
    if first.working or (today is not None and today.working):
        return None
    with transaction.atomic():
        if today is None:  # a question that had been set aside comes back beside the others
            version.main, version.former_of, version.kept_at = first, None, None
            version.beside = False
            version.save()
            back = version
        else:
            exchange(today, version)
            version.kept_at, version.beside = timezone.now(), today.main is not None
            version.save()
            if version.found is None:
                version.delete()
            back = today
        journal.write(first.collectivite, user, "consultation.revenue", reference(back))
    return back


def exchange(one: Consultation, other: Consultation) -> None:
    """Each gets the analysis of the other, with its decisions, readings and arrivals."""
    for name in CONTENT:
        mine, yours = getattr(one, name), getattr(other, name)
        setattr(one, name, yours)
        setattr(other, name, mine)
    held = Consultation.objects.for_(one.collectivite_id).create(
        collectivite=one.collectivite, owner=one.owner
    )
    for part in _PARTS:
        getattr(one, part).update(consultation=held)
        getattr(other, part).update(consultation=one)
        getattr(held, part).update(consultation=other)
    held.delete()
    one.save()
    other.save()
