"""What can be done with an authority: permission, transaction, line of the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from beffroi.errors import InputError
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


class NameTaken(InputError):
    code = "collectivite.nom_pris"
    default_message = "Ce nom est déjà pris."
    default_next_step = "Choisissez-en un autre."


def create(name: str, *, siren: str | None = None) -> Collectivite:
    """A new authority, by the operator. Raises :class:`NameTaken`."""
    if Collectivite.objects.filter(name__iexact=name.strip()).exists():
        raise NameTaken
    with transaction.atomic():
        collectivite = Collectivite(name=name.strip(), siren=siren)
        collectivite.full_clean()
        collectivite.save()
        journal.write(collectivite, None, "collectivite.creee")
    return collectivite


def save_settings(collectivite: Collectivite, *, actor: User, changed: Sequence[str]) -> None:
    """Keep the fields that the form changed; the journal says which, not what they hold."""
    from beffroi_web.accounts.actions import require

    require(actor, "collectivites.regler", collectivite)
    with transaction.atomic():
        collectivite.save()
        details = {"champs": " ".join(sorted(changed))[:200]}
        journal.write(collectivite, actor, "collectivite.reglee", details=details)


def add_direction(collectivite: Collectivite, name: str, *, actor: User) -> Direction:
    """The direction of that name; the one that exists if it does (a form sent twice)."""
    from beffroi_web.accounts.actions import require

    require(actor, "collectivites.regler", collectivite)
    with transaction.atomic():
        direction, made = Direction.objects.for_(collectivite).get_or_create(
            collectivite=collectivite, name=name.strip()
        )
        if made:
            journal.write(
                collectivite, actor, "collectivite.direction", f"direction:{direction.pk}"
            )
    return direction  # type: ignore[no-any-return]


def remove_direction(direction: Direction, *, actor: User) -> None:
    """Its people stay in the authority, without a direction."""
    from beffroi_web.accounts.actions import require

    require(actor, "collectivites.regler", direction)
    with transaction.atomic():
        journal.write(
            direction.collectivite, actor, "collectivite.direction", f"direction:{direction.pk}"
        )
        direction.delete()
