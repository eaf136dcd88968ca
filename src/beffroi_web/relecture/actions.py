"""What changes something: a proof-reading noted or taken away, a line in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from beffroi_web.clarifier.actions import allow
from beffroi_web.clarifier.models import Draft, Version
from beffroi_web.journal import actions as journal
from beffroi_web.relecture.models import Record

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


@transaction.atomic
def note(
    version: Version,
    *,
    readers: str,
    companion: str,
    on: date,
    understood: str,
    changed: str,
    user: User,
) -> Record:
    """Keep a proof-reading; the journal says of which version, not by whom."""
    draft = version.draft
    allow(user, "clarifier.rediger", draft)
    record = Record.objects.create(
        collectivite=draft.collectivite,
        version=version,
        readers=readers,
        companion=companion,
        on=on,
        understood=understood,
        changed=changed,
        recorded_by=user,
    )
    _journal(draft, version, user, "notée")
    return record


@transaction.atomic
def withdraw(record: Record, *, user: User) -> None:
    """Remove a proof-reading, noted by mistake or at the wish of those who read."""
    version = record.version
    allow(user, "clarifier.rediger", version.draft)
    record.delete()
    _journal(version.draft, version, user, "retirée")


def _journal(draft: Draft, version: Version, user: User, what: str) -> None:
    details = {"version": version.number, "relecture": what}
    journal.write(draft.collectivite, user, "brouillon.relecture", f"brouillon:{draft.pk}", details)
