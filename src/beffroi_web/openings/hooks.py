"""Programs that are told of events: made, removed, told. Permission, transaction, journal, job."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from beffroi_web.accounts.actions import require
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal
from beffroi_web.llm.seal import seal, unseal
from beffroi_web.openings.actions import PERMISSION
from beffroi_web.openings.models import Hook
from beffroi_web.openings.sending import send, target

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

TELLING = "ouvertures.avertir"
#: The event of the button « Essayer ».
TRIAL = "essai"


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """``secret`` is shown once."""

    hook: Hook
    secret: str


def create(
    collectivite: Collectivite,
    *,
    actor: User,
    name: str,
    url: str,
    events: Sequence[str],
    private: bool,
) -> Made:
    """Raises :class:`beffroi_web.openings.sending.AddressRefused`."""
    require(actor, PERMISSION, collectivite)
    target(url, private=private)
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        hook = Hook.objects.create(
            collectivite=collectivite,
            name=name.strip(),
            url=url,
            sealed_secret=seal(secret),
            events=sorted(events),
            private=private,
            created_by=actor,
        )
        details = {"evenements": " ".join(hook.events), "reseau_prive": private}
        journal.write(collectivite, actor, "ouverture.avertissement", hook.reference, details)
    return Made(hook=hook, secret=secret)


def remove(hook: Hook, *, actor: User) -> None:
    require(actor, PERMISSION, hook)
    with transaction.atomic():
        details = {"evenements": "aucun"}
        journal.write(hook.collectivite, actor, "ouverture.avertissement", hook.reference, details)
        hook.delete()


def tell(collectivite: Collectivite, event: str, about: Mapping[str, Any]) -> None:
    """Ask for every program that wants it to be told of ``event``. ``about`` holds numbers and
    paths, never the words of a text."""
    for hook in Hook.objects.for_(collectivite).select_related("created_by"):
        if event in hook.events:
            _enqueue(hook, event, about)


def try_it(hook: Hook, *, actor: User) -> None:
    require(actor, PERMISSION, hook)
    _enqueue(hook, TRIAL, {})


def _enqueue(hook: Hook, event: str, about: Mapping[str, Any]) -> None:
    args = {
        "hook": hook.pk,
        "event": event,
        "about": dict(about),
        "at": timezone.now().isoformat(timespec="seconds"),
    }
    port.enqueue(
        TELLING,
        args,
        collectivite=hook.collectivite,
        owner=hook.created_by,
        title=f"Avertir {hook.name}",
    )


def deliver(hook: Hook, args: Mapping[str, Any], *, delivery: str) -> None:
    """One attempt, from a job. The address is judged again: it may have moved. Raises
    ``AddressRefused`` or ``NotTold``."""
    content = {
        "id": delivery,
        "evenement": args["event"],
        "date": args["at"],
        "collectivite": hook.collectivite.name,
        **args["about"],
    }
    body = json.dumps(content, ensure_ascii=False).encode()
    place = target(hook.url, private=hook.private)
    send(place, body, secret=unseal(hook.sealed_secret), delivery=delivery)


def note(hook: Hook, trouble: str) -> None:
    """What became of the last delivery; ``trouble`` is empty when it went well."""
    values: dict[str, Any] = {"trouble": trouble[:300]}
    if not trouble:
        values["told_at"] = timezone.now()
    Hook.objects.for_(hook.collectivite_id).filter(pk=hook.pk).update(**values)
