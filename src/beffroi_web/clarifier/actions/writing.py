"""Asking for a draft, for a repair, to stop: permission, transaction, journal line, job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from beffroi.drafting import Modele
from beffroi_web.clarifier import checking
from beffroi_web.clarifier.actions.allowed import allow, ref
from beffroi_web.clarifier.actions.keeping import add
from beffroi_web.clarifier.models import Draft, Origin, Point, Source
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

WRITING, REPAIRING = "clarifier.rediger", "clarifier.reparer"


def begin(
    source: Source,
    modele: Modele,
    values: Mapping[str, str],
    *,
    data_class: str,
    user: User,
    key: str,
    choices: Mapping[str, list[str]] | None = None,
) -> Draft:
    """A draft to be written, and the job that writes it. The same ``key`` gives the same draft.

    ``choices``: what the review before sending decided for this draft.
    """
    allow(user, "clarifier.rediger", source)
    with transaction.atomic():
        draft = Draft(
            collectivite=source.collectivite,
            source=source,
            owner=user,
            direction_id=direction_of(user, source.collectivite),
            title=f"{source.title} : {modele.title[0].lower()}{modele.title[1:]}"[:200],
            modele=modele.name,
            modele_title=modele.title,
            modele_version=modele.version,
            values=dict(values),
            choices=dict(choices or {}),
            data_class=data_class,
        )
        draft.basis = checking.inputs_of(draft, modele).source
        draft.save()
        job = _enqueue(WRITING, {"draft": draft.pk}, draft, user, key)
        if job.args["draft"] != draft.pk:  # the form was sent twice: the first draft is the one
            draft.delete()
            return Draft.objects.for_(source.collectivite).get(pk=job.args["draft"])
        details = {"modele": f"{modele.name}@{modele.version}"}
        journal.write(draft.collectivite, user, "brouillon.cree", ref(draft), details)
    return draft


def establish(
    source: Source,
    modele: Modele,
    text: str,
    *,
    title: str,
    provenance: Mapping[str, Any],
    user: User,
) -> Draft:
    """A draft that begins with ``text``, made elsewhere in the house from ``source`` alone; it is
    checked as if ``modele`` had written it. ``provenance`` as in :class:`Version`."""
    allow(user, "clarifier.rediger", source)
    draft = Draft(
        collectivite=source.collectivite,
        source=source,
        owner=user,
        direction_id=direction_of(user, source.collectivite),
        title=title[:200],
        modele=modele.name,
        modele_title=modele.title,
        modele_version=modele.version,
    )
    draft.basis = checking.inputs_of(draft, modele).source
    findings = checking.findings(draft, text, modele)
    origin = Origin.MACHINE if provenance.get("model") else Origin.SANS_MODELE
    with transaction.atomic():
        draft.save()
        add(
            draft,
            text,
            origin=origin,
            user=user,
            provenance=provenance,
            notices=[],
            findings=findings,
        )
        details = {"modele": f"{modele.name}@{modele.version}"}
        journal.write(draft.collectivite, user, "brouillon.cree", ref(draft), details)
    return draft


def write_again(draft: Draft, *, user: User, without_model: bool = False) -> None:
    """Ask for a new writing of the same thing."""
    allow(user, "clarifier.rediger", draft)
    if draft.working:
        return
    args = {"draft": draft.pk, "sans_modele": without_model}
    with transaction.atomic():
        _enqueue(WRITING, args, draft, user)


def repair(draft: Draft, points: list[Point], *, user: User) -> None:
    """Ask the model to mend these points."""
    allow(user, "clarifier.rediger", draft)
    if draft.working or not points or draft.current is None:
        return
    args = {"draft": draft.pk, "points": [p.pk for p in points], "version": draft.current.number}
    with transaction.atomic():
        _enqueue(REPAIRING, args, draft, user)


def _enqueue(name: str, args: dict[str, Any], draft: Draft, user: User, key: str = "") -> Any:
    job = port.enqueue(
        name, args, collectivite=draft.collectivite, owner=user, title=draft.title, key=key
    )
    if job.args["draft"] == draft.pk:
        draft.job = job
        draft.save(update_fields=["job", "updated_at"])
    return job


def stop(draft: Draft, *, user: User) -> None:
    """Ask the job of the draft to stop; what it has written so far can be kept."""
    allow(user, "clarifier.rediger", draft)
    if draft.job is not None:
        port.stop(draft.job, actor=user)


def keep_partial(draft: Draft, modele: Modele, text: str, *, user: User) -> bool:
    """Make a version of what a stopped or failed job had written; ``False`` if that is nothing."""
    allow(user, "clarifier.rediger", draft)
    if draft.working or not text.strip():
        return False
    findings = checking.findings(draft, text, modele)
    provenance = {"modele": draft.modele, "modele_version": draft.modele_version}
    with transaction.atomic():
        add(
            draft,
            text,
            origin=Origin.MACHINE,
            user=user,
            provenance=provenance,
            findings=findings,
            notices=["Ce texte a été arrêté en cours d’écriture : il est incomplet."],
        )
    return True


def direction_of(user: User, collectivite: Collectivite) -> int | None:
    rows = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    found: int | None = rows.values_list("direction_id", flat=True).first()
    return found
