"""Everything that changes a text: permission, transaction, journal line, or a job."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from beffroi.documents import Document
from beffroi.drafting import Modele
from beffroi_web.clarifier import checking, convert
from beffroi_web.clarifier.models import (
    Draft,
    Origin,
    Point,
    Source,
    State,
    Typing,
    Version,
)
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

WRITING, REPAIRING = "clarifier.rediger", "clarifier.reparer"


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


# ── Giving a text ────────────────────────────────────────────────────────────


def give(
    document: Document, *, title: str, file_name: str, user: User, collectivite: Collectivite
) -> Source:
    """Keep what was read of a text."""
    allow(user, "clarifier.rediger", collectivite)
    source = convert.source_from(document, title=title, file_name=file_name)
    source.owner, source.collectivite = user, collectivite
    with transaction.atomic():
        source.save()
        details = {"format": source.format, "caracteres": len(source.text)}
        journal.write(collectivite, user, "document.depose", f"source:{source.pk}", details)
    return source


# ── Writing ──────────────────────────────────────────────────────────────────


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
            direction_id=_direction(user, source.collectivite),
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
        journal.write(draft.collectivite, user, "brouillon.cree", _ref(draft), details)
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
        direction_id=_direction(user, source.collectivite),
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
        _add(
            draft,
            text,
            origin=origin,
            user=user,
            provenance=provenance,
            notices=[],
            findings=findings,
        )
        details = {"modele": f"{modele.name}@{modele.version}"}
        journal.write(draft.collectivite, user, "brouillon.cree", _ref(draft), details)
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
        _add(
            draft,
            text,
            origin=Origin.MACHINE,
            user=user,
            provenance=provenance,
            findings=findings,
            notices=["Ce texte a été arrêté en cours d’écriture : il est incomplet."],
        )
    return True


def store_written(draft_id: int, made: Mapping[str, Any], *, origin: str, user: User | None) -> int:
    """A new version from what the chain wrote; called by jobs. Gives its number."""
    draft = Draft.objects.across("a job knows its draft by its number").get(pk=draft_id)
    draft.basis = made["source"]
    version = _add(
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
        journal.write(draft.collectivite, user, "modele.echec", _ref(draft), details)
    elif provenance.get("model"):
        details = {"modele": provenance["model"], "lieu": provenance.get("model_place") or ""}
        journal.write(draft.collectivite, user, "modele.appel", _ref(draft), details)
    return version.number


def store_mended(draft_id: int, made: Mapping[str, Any]) -> int:
    """The mended text as a version; when nothing changed, only what is said of it. By jobs."""
    draft = Draft.objects.across("a job knows its draft by its number").get(pk=draft_id)
    version = draft.current
    assert version is not None
    if made["changed"]:
        version = _add(
            draft,
            made["text"],
            origin=Origin.REPARATION,
            user=None,
            provenance=made["provenance"],
            notices=made["notices"],
            findings=made["findings"],
        )
        details = {"version": version.number, "origine": Origin.REPARATION.value}
        journal.write(draft.collectivite, None, "brouillon.modifie", _ref(draft), details)
    else:
        version.notices = made["notices"]
        version.save(update_fields=["notices"])
    return version.number


def _add(
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


# ── Correcting ───────────────────────────────────────────────────────────────


def edit(draft: Draft, text: str, modele: Modele, *, user: User, origin: str) -> Version:
    """The person's own words become a new version, checked at once."""
    allow(user, "clarifier.rediger", draft)
    findings = checking.findings(draft, text, modele)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        provenance = fresh.current.provenance if fresh.current else {}
        version = _add(
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
        journal.write(draft.collectivite, user, "brouillon.modifie", _ref(draft), details)
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
    journal.write(draft.collectivite, user, "brouillon.constat", _ref(draft), details)


# ── Signing ──────────────────────────────────────────────────────────────────


def obstacles(draft: Draft) -> int:
    """How many open blocking points forbid to sign."""
    if draft.current is None:
        return 0
    return sum(p.open and p.severity == "bloquant" for p in draft.current.points.all())


def sign(draft: Draft, *, version: int, user: User) -> bool:
    """« J’ai relu ce texte »: the draft is read, and valid where one person is enough.

    ``False`` when there is something against it: an open blocking point, a text that changed
    meanwhile (``version`` is the one the person has read), a job that writes.
    """
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        changed = fresh.current is None or fresh.current.number != version
        if changed or fresh.working or obstacles(fresh) or fresh.state == State.VALIDE:
            return False
        fresh.state, fresh.read_by, fresh.read_at = State.RELU, user, timezone.now()
        journal.write(draft.collectivite, user, "brouillon.relu", _ref(draft), {"version": version})
        if not draft.collectivite.second_person_validates:
            _validate(fresh, version, user)
        fresh.save()
    return True


def may_validate(draft: Draft, user: User) -> bool:
    """Whether ``user`` can be the second person: the role, and somebody else than who read it."""
    allowed: bool = user.has_perm("clarifier.signer", draft)
    return allowed and draft.read_by_id != user.pk


def validate(draft: Draft, *, version: int, user: User) -> bool:
    """The validateur's signature on a text that another person has read.

    ``False`` as for :func:`sign`, and when the reader would validate his or her own reading.
    """
    allow(user, "clarifier.signer", draft)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        changed = fresh.current is None or fresh.current.number != version
        waiting = fresh.state == State.RELU and may_validate(fresh, user)
        if changed or not waiting or obstacles(fresh):
            return False
        _validate(fresh, version, user)
        fresh.save()
    return True


def _validate(draft: Draft, version: int, user: User) -> None:
    draft.state, draft.signed_by, draft.signed_at = State.VALIDE, user, timezone.now()
    journal.write(draft.collectivite, user, "brouillon.signe", _ref(draft), {"version": version})


# ── Leaving ──────────────────────────────────────────────────────────────────


def exported(draft: Draft, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    with transaction.atomic():
        number = draft.current.number if draft.current else 0
        details = {"format": format, "version": number, "etat": draft.state}
        journal.write(draft.collectivite, user, "brouillon.exporte", _ref(draft), details)


def rename(draft: Draft, title: str, *, user: User) -> None:
    allow(user, "clarifier.rediger", draft)
    draft.title = title
    draft.save(update_fields=["title", "updated_at"])


def delete(draft: Draft, *, user: User) -> None:
    """Remove a draft with its versions, and its source when no other draft uses it."""
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        reference, source, collectivite = _ref(draft), draft.source, draft.collectivite
        draft.current = None
        draft.save(update_fields=["current"])
        draft.delete()
        if not source.drafts.exists():
            source.delete()
        journal.write(collectivite, user, "brouillon.supprime", reference)


def _ref(draft: Draft) -> str:
    return f"brouillon:{draft.pk}"


def _direction(user: User, collectivite: Collectivite) -> int | None:
    rows = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    found: int | None = rows.values_list("direction_id", flat=True).first()
    return found


def searchable(text: str) -> str:
    """Lower case, without accents: « Règlement » is found by « reglement »."""
    flat = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in flat if not unicodedata.combining(c))
