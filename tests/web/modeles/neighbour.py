"""Routes of Modèles, for the neighbour: a modèle that the authority wrote and shares inside."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.modeles.models import Edition, OwnModele, Sharing
from beffroi_web.modeles.urls import urlpatterns

MARK = "Vergnes-le-Secret"


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    own = OwnModele.objects.create(
        collectivite=collectivite, name=MARK, author=user, sharing=Sharing.MAISON
    )
    Edition.objects.create(modele=own, version=1, files={"consigne.md": MARK}, author=user)
    values: dict[str, Any] = {"name": MARK, "version": 1}
    return {
        f"modeles:{pattern.name}": {name: values[name] for name in pattern.pattern.regex.groupindex}
        for pattern in urlpatterns
        if pattern.pattern.regex.groupindex
    }
