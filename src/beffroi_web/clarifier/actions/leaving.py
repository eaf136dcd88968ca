"""Taking a text away, giving it another name, removing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from beffroi_web.clarifier.actions.allowed import allow, ref
from beffroi_web.clarifier.models import Draft
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def exported(draft: Draft, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    with transaction.atomic():
        number = draft.current.number if draft.current else 0
        details = {"format": format, "version": number, "etat": draft.state}
        journal.write(draft.collectivite, user, "brouillon.exporte", ref(draft), details)


def rename(draft: Draft, title: str, *, user: User) -> None:
    allow(user, "clarifier.rediger", draft)
    draft.title = title
    draft.save(update_fields=["title", "updated_at"])


def delete(draft: Draft, *, user: User) -> None:
    """Remove a draft with its versions, and its source when no other draft uses it."""
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        reference, source, collectivite = ref(draft), draft.source, draft.collectivite
        draft.current = None
        draft.save(update_fields=["current"])
        draft.delete()
        if not source.drafts.exists():
            source.delete()
        journal.write(collectivite, user, "brouillon.supprime", reference)
