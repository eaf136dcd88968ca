"""Routes of the openings, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.openings.models import Hook, Key


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    key = Key.objects.create(
        collectivite=collectivite,
        name="Vergnes-le-Secret",
        mark="bfr_voisin",
        secret_hash="0" * 64,
        scopes=["verifier"],
        created_by=user,
    )
    hook = Hook.objects.create(
        collectivite=collectivite,
        name="Vergnes-le-Secret",
        url="https://vergnes-le-secret.test/",
        created_by=user,
    )
    return {
        "openings:cle_retirer": {"number": key.pk},
        "openings:avertissement_essayer": {"number": hook.pk},
        "openings:avertissement_retirer": {"number": hook.pk},
    }
