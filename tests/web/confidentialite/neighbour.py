"""Routes of Masquer, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.models import Listed


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    row = Listed.objects.create(
        collectivite=collectivite, kind="never", text="Vergnes-le-Secret", folded="vergnes"
    )
    return {"confidentialite:retirer": {"number": row.pk}}
