"""Routes of Masquer, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite import deposits
from beffroi_web.confidentialite.models import Listed

MARKED = "nom;ville\nVergnes-le-Secret;Rennes\n"


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    line = Listed.objects.create(
        collectivite=collectivite, kind="never", text="Vergnes-le-Secret", folded="vergnes"
    )
    row = deposits.Deposit(
        collectivite=collectivite, owner=user, work="masquer", name="Vergnes-le-Secret.csv"
    )
    deposits.finish(row, {"data": MARKED.encode(), "counts": {"person": 1}, "said": []})
    number = {"number": row.pk}
    return {
        "confidentialite:retirer": {"number": line.pk},
        **{f"confidentialite:{name}": number for name in ("fichier", "copie", "table", "effacer")},
    }
