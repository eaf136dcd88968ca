"""Giving a file, asking for its analysis, adding to it, removing it: an act, a journal line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction

from beffroi.consultation.survey import open_columns, person_column, tool_of
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation import convert
from beffroi_web.consultation.jobs import JOINING
from beffroi_web.consultation.keeping import allow, files_of, forget, reference
from beffroi_web.consultation.models import Arrival, Consultation
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


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
        journal.write(collectivite, user, "consultation.deposee", reference(row), details)
    return row


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


def stop(row: Consultation, *, user: User) -> None:
    allow(user, "consultation.depouiller", row)
    if row.job is not None:
        port.stop(row.job, actor=user)


def resume(row: Consultation, *, user: User) -> None:
    allow(user, "consultation.depouiller", row)
    if row.job is not None:
        port.resume(row.job, actor=user)


def delete(row: Consultation, *, user: User) -> None:
    """Remove the consultation and its decisions; its first question, with the file and all."""
    allow(user, "consultation.depouiller", row)
    with transaction.atomic():
        name, collectivite = reference(row), row.collectivite
        alone = row.main_id is None and row.former_of_id is None
        every = [row, *row.others.all(), *row.versions.all()]
        files = [file for one in every for file in files_of(one)] + [row.file] * alone
        row.delete()
        journal.write(collectivite, user, "consultation.supprimee", name)
    forget(files)
