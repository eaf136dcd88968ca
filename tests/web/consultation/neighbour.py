"""Routes of Écouter, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation.models import Consultation
from beffroi_web.consultation.urls import urlpatterns

MARK = "Vergnes-le-Secret"


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    """Every route with arguments, with a real row of the authority that is visited."""
    row = Consultation.objects.create(
        collectivite=collectivite,
        owner=user,
        title=MARK,
        file="consultations/absent.csv",
        file_name=MARK,
        column=MARK,
        answers=[[1, MARK, "", {}]],
        found={},
    )
    values = {"number": row.pk, "format": "csv"}
    found = {}
    for pattern in urlpatterns:
        arguments = list(pattern.pattern.regex.groupindex)
        if arguments:
            found[f"consultation:{pattern.name}"] = {name: values[name] for name in arguments}
    return found
