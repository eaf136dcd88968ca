"""What changes something: a choice kept in the lists, a line in the journal."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from beffroi.privacy import Lists
from beffroi.privacy.fold import fold
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.models import Listed
from beffroi_web.journal import actions as journal


def lists_of(collectivite: Collectivite) -> Lists:
    """The lists of ``collectivite`` as the recognition takes them."""
    found: dict[str, list[str]] = {}
    for row in Listed.objects.for_(collectivite):
        found.setdefault(row.kind, []).append(row.text)
    return Lists(**{kind: tuple(texts) for kind, texts in found.items()})


@transaction.atomic
def keep(kind: str, text: str, *, user: User, collectivite: Collectivite) -> None:
    """Add a line to a list, once; the journal notes the list, not the line."""
    _, new = Listed.objects.for_(collectivite).get_or_create(
        collectivite=collectivite,
        kind=kind,
        folded=fold(text)[:200],
        defaults={"text": text[:200], "added_by": user},
    )
    if new:
        journal.write(collectivite, user, "confidentialite.liste", details={"liste": kind})


@transaction.atomic
def forget(row: Listed, *, user: User) -> None:
    """Take a line away from its list."""
    journal.write(row.collectivite, user, "confidentialite.liste", details={"retrait": row.kind})
    row.delete()


@transaction.atomic
def note_masked(counts: Mapping[str, int], *, user: User, collectivite: Collectivite) -> None:
    """The journal keeps how many of each kind were masked, never what they were."""
    journal.write(collectivite, user, "confidentialite.masque", details=dict(counts))
