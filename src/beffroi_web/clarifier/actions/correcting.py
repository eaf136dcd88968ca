"""Editing a text and answering its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from beffroi.drafting import Modele
from beffroi_web.clarifier import checking
from beffroi_web.clarifier.actions.allowed import allow, ref
from beffroi_web.clarifier.actions.keeping import add
from beffroi_web.clarifier.models import Draft, Point, State, Typing, Version
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def edit(draft: Draft, text: str, modele: Modele, *, user: User, origin: str) -> Version:
    """The person's own words become a new version, checked at once."""
    allow(user, "clarifier.rediger", draft)
    findings = checking.findings(draft, text, modele)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        provenance = fresh.current.provenance if fresh.current else {}
        version = add(
            fresh,
            text,
            origin=origin,
            user=user,
            provenance=provenance,
            notices=[],
            findings=findings,
        )
        Typing.objects.filter(draft=draft, author=user).delete()
        details = {"version": version.number, "origine": origin}
        journal.write(draft.collectivite, user, "brouillon.modifie", ref(draft), details)
    return version


def keep_typing(draft: Draft, text: str, *, version: int, user: User) -> None:
    """Keep what is being typed; not yet a version, hence no line in the journal."""
    allow(user, "clarifier.rediger", draft)
    Typing.objects.update_or_create(
        draft=draft, author=user, defaults={"text": text, "version": version}
    )


def drop_typing(draft: Draft, *, user: User) -> None:
    Typing.objects.filter(draft=draft, author=user).delete()


def accept(point: Point, reason: str, *, draft: Draft, user: User) -> None:
    """The person takes the point upon himself or herself, and says why."""
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        point.reason, point.accepted_by, point.accepted_at = reason, user, timezone.now()
        point.save(update_fields=["reason", "accepted_by", "accepted_at"])
        _journal_point(point, draft, user, "accepté")


def reopen(point: Point, *, draft: Draft, user: User) -> None:
    """Take an acceptance back; a text that was read is a draft again."""
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        point.reason, point.accepted_by, point.accepted_at = "", None, None
        point.save(update_fields=["reason", "accepted_by", "accepted_at"])
        draft.state = State.BROUILLON
        draft.read_by = draft.read_at = draft.signed_by = draft.signed_at = None
        draft.save()
        _journal_point(point, draft, user, "rouvert")


def _journal_point(point: Point, draft: Draft, user: User, answer: str) -> None:
    details = {"constat": point.type, "gravite": point.severity, "reponse": answer}
    journal.write(draft.collectivite, user, "brouillon.constat", ref(draft), details)
