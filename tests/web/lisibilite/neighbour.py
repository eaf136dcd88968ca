"""Routes of the glossary, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.lisibilite import actions


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    row = actions.keep("Vergnes-le-Secret", "", "un lieu-dit", user=user, collectivite=collectivite)
    return {"lisibilite:glossaire_retirer": {"number": row.pk}}
