"""What the pages of the workshop show, made ready for the templates. Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from beffroi.assistants import PLAIN, Assistant
from beffroi_web.assistants import available, writing
from beffroi_web.assistants.folder_forms import AUDIENCES, Give, Share
from beffroi_web.assistants.models import Offer, OwnAssistant
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.editions import compare
from beffroi_web.jobs.models import Job
from beffroi_web.knowledge.visible import collections
from beffroi_web.modeles.available import available as modeles

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def workshop(user: User, collectivite: Collectivite) -> dict[str, Any]:
    """The assistants of the authority, those that ship, those that others give."""
    may_write = user.has_perm("assistants.ecrire", collectivite)
    rows = available.own(user, collectivite)
    return {
        "own": [(row, available.latest(row)) for row in rows],
        "shipped": available.shipped().values(),
        "offers": Offer.objects.for_(collectivite) if may_write else [],
        "may_count": may_write,
        "may_create": user.has_perm("clarifier.rediger", collectivite),
    }


def assistant(found: Assistant, user: User, collectivite: Collectivite) -> dict[str, Any]:
    """One assistant, with what its essais gave."""
    row = available.own(user, collectivite).filter(name=found.name).first()
    changes = row is not None and writing.may_change(row, user)
    edition = available.edition_of(row) if row else None
    today = timezone.localdate()
    return {
        "assistant": found,
        "audience": AUDIENCES[found.audience],
        "row": row,
        "plain": found.name == PLAIN.name,
        "shipped": found.name in available.shipped(),
        "may_change": changes,
        "share": Share(initial={"partage": row.sharing}) if row and changes else None,
        "give": Give() if row and user.has_perm("assistants.ecrire", row) else None,
        "job": _last_trial(found, user, collectivite),
        "passed": bool(edition) and writing.passed(edition),
        "overdue": found.review is not None and found.review < today,
    }


def _last_trial(found: Assistant, user: User, collectivite: Collectivite) -> Job | None:
    jobs = Job.objects.for_(collectivite).filter(owner=user, name=writing.TRYING)
    job: Job | None = jobs.filter(args__assistant=found.name).first()
    return job


def choices(user: User, collectivite: Collectivite) -> dict[str, Any]:
    """The collections and the modèles that this person may give to an assistant, by their names."""
    rows = collections(user, collectivite)
    return {
        "collections": list(rows.values_list("name", flat=True)),
        "modeles": [(name, one.title) for name, one in modeles(user, collectivite).items()],
    }


def versions(row: OwnAssistant, old: str, new: str) -> dict[str, Any]:
    """Its editions, two of them side by side."""
    rows = list(row.editions.select_related("author"))
    sides = compare.versions(rows, old, new)
    return {**sides, "row": row, "assistant": available.latest(row)}
