"""A new version of a draft, with its points: what jobs and people have written is kept here."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from beffroi_web.clarifier.actions.allowed import ref
from beffroi_web.clarifier.models import Draft, Origin, Point, State, Version
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def store_written(draft_id: int, made: Mapping[str, Any], *, origin: str, user: User | None) -> int:
    """A new version from what the chain wrote; called by jobs. Gives its number."""
    draft = Draft.objects.across("a job knows its draft by its number").get(pk=draft_id)
    draft.basis = made["source"]
    version = add(
        draft,
        made["text"],
        origin=origin,
        user=user,
        provenance=made["provenance"],
        notices=made["notices"],
        findings=made["findings"],
    )
    provenance = made["provenance"]
    if provenance.get("failure"):
        details = {"code": provenance["failure"], "modele": provenance.get("attempted", "")}
        journal.write(draft.collectivite, user, "modele.echec", ref(draft), details)
    elif provenance.get("model"):
        details = {"modele": provenance["model"], "lieu": provenance.get("model_place") or ""}
        journal.write(draft.collectivite, user, "modele.appel", ref(draft), details)
    return version.number


def store_mended(draft_id: int, made: Mapping[str, Any]) -> int:
    """The mended text as a version; when nothing changed, only what is said of it. By jobs."""
    draft = Draft.objects.across("a job knows its draft by its number").get(pk=draft_id)
    version = draft.current
    assert version is not None
    if made["changed"]:
        version = add(
            draft,
            made["text"],
            origin=Origin.REPARATION,
            user=None,
            provenance=made["provenance"],
            notices=made["notices"],
            findings=made["findings"],
        )
        details = {"version": version.number, "origine": Origin.REPARATION.value}
        journal.write(draft.collectivite, None, "brouillon.modifie", ref(draft), details)
    else:
        version.notices = made["notices"]
        version.save(update_fields=["notices"])
    return version.number


def add(
    draft: Draft,
    text: str,
    *,
    origin: str,
    user: User | None,
    provenance: Mapping[str, Any],
    notices: list[str],
    findings: list[dict[str, Any]],
) -> Version:
    """One more version, its points, and the acceptances that still hold. Inside a transaction."""
    last = draft.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        draft=draft,
        number=last + 1,
        text=text,
        origin=origin,
        author=user,
        provenance=dict(provenance),
        notices=list(notices),
    )
    accepted = _acceptances(draft.current)
    for number, finding in enumerate(findings, start=1):
        point = Point(version=version, number=number, **finding)
        point.reason, point.accepted_by_id, point.accepted_at = accepted.get(
            point.identity, ("", None, None)
        )
        point.save()
    draft.current, draft.state = version, State.BROUILLON
    draft.read_by = draft.read_at = draft.signed_by = draft.signed_at = None
    draft.found = searchable(f"{draft.title} {text} {draft.source.title} {draft.source.text}")
    draft.save()
    return version


def _acceptances(version: Version | None) -> dict[tuple[str, str, str], tuple[str, Any, Any]]:
    points = version.points.exclude(accepted_at=None) if version else []
    return {p.identity: (p.reason, p.accepted_by_id, p.accepted_at) for p in points}


def searchable(text: str) -> str:
    """Lower case, without accents: « Règlement » is found by « reglement »."""
    flat = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in flat if not unicodedata.combining(c))
