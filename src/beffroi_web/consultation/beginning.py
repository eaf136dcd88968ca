"""From the columns that a person chose to analyses asked for; what was decided stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from beffroi_web.consultation import convert, versions
from beffroi_web.consultation.jobs import ANALYSING
from beffroi_web.consultation.keeping import allow, unsign
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs import port

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def begin(row: Consultation, values: Mapping[str, Any], *, user: User) -> int:
    """Analyse the columns chosen: ``row`` takes the first, the others get a row of their own.

    A question that was analysed with the same words, people and themes is not analysed again,
    unless ``values["encore"]``; otherwise its analysis is kept as a version. Gives how many
    analyses begin. Raises ``InputError`` if answers that had joined lack a column.
    """
    allow(user, "consultation.depouiller", row)
    if any(question.working for question in _questions(row)):
        return 0
    columns: list[str] = values["colonnes"]
    wanted = {
        "title": values["titre"],
        "person": values["personne"],
        "profile": values["profil"],
        "given": values["themes"],
        "question": values["question"] if len(columns) == 1 else "",
    }
    _check(row, [*columns, *wanted["profile"]])
    with transaction.atomic():
        _settle(row, columns)
        known = {question.column: question for question in _questions(row)}
        asked = [known.get(column) or _beside(row, column) for column in columns]
        return sum(_ask(one, wanted, again=bool(values.get("encore")), user=user) for one in asked)


def _questions(row: Consultation) -> list[Consultation]:
    return [row, *row.others.select_related("job")]


def _check(row: Consultation, columns: list[str]) -> None:
    """Raises ``InputError`` when answers that joined cannot be read with these columns."""
    for arrival in versions.arrived(row):
        table = convert.table_at(arrival.file.path)
        for name in columns:
            table.column(name)


def _settle(row: Consultation, columns: list[str]) -> None:
    """The first question bears one of the columns wanted; the unwanted ones are set aside."""
    if row.column not in columns:
        beside = next((q for q in row.others.all() if q.column in columns), None)
        if beside is not None:
            versions.exchange(row, beside)
        else:
            versions.keep(row)
            row.column = columns[0]
    for other in row.others.exclude(column__in=columns):
        versions.set_aside(other)


def _beside(row: Consultation, column: str) -> Consultation:
    """Another question of the same file."""
    beside = Consultation(
        collectivite=row.collectivite, owner=row.owner, main=row, column=column, rows=row.rows
    )
    for name in versions.SHARED:
        setattr(beside, name, getattr(row, name))
    return beside


def _ask(row: Consultation, wanted: Mapping[str, Any], *, again: bool, user: User) -> bool:
    """Whether ``row`` is analysed with what is ``wanted``; otherwise it only takes what analysis
    does not read: its title, and what is known of people."""
    same = all(getattr(row, name) == wanted[name] for name in ("question", "person", "given"))
    if row.found is not None and same and not again:
        _retouch(row, wanted)
        return False
    if row.found is not None:
        versions.keep(row)
    for name, value in wanted.items():
        setattr(row, name, value)
    row.save()
    row.job = port.enqueue(
        ANALYSING,
        {"consultation": row.pk},
        collectivite=row.collectivite,
        owner=user,
        title=row.title,
    )
    row.save(update_fields=["job"])
    return True


def _retouch(row: Consultation, wanted: Mapping[str, Any]) -> None:
    """A new title; other columns known of people, read from the file again."""
    row.title = wanted["title"]
    row.save(update_fields=["title", "updated_at"])
    if wanted["profile"] == row.profile:
        return
    row.profile = wanted["profile"]
    row.answers = convert.answers_to_json(convert.given_answers(row))
    row.save(update_fields=["profile", "answers"])
    for arrival in row.arrivals.exclude(answers=None):
        more = convert.answers_in(convert.table_at(arrival.file.path), row)
        profiles = [dict(answer.profile) for answer in more]
        arrival.answers = [
            [*line[:3], profile] for line, profile in zip(arrival.answers, profiles, strict=True)
        ]
        arrival.save(update_fields=["answers"])
    unsign(row)
