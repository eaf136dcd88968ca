"""Routes of the authority, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts import actions
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    invited = actions.invite(
        collectivite, actor=None, email="x@exemple.fr", name="Vergnes-le-Secret", roles=["agent"]
    )
    direction = Direction.objects.for_(collectivite).first()
    person = ("personne", "personne_lien", "personne_facteur", "personne_ouverte")
    return {
        **{f"collectivites:{name}": {"user_id": user.pk} for name in person},
        "collectivites:invitation_annuler": {"invitation_id": invited.invitation.pk},
        "collectivites:direction_retirer": {"direction_id": direction.pk},
    }
