"""Routes of the proof-reading, for the neighbour."""

from __future__ import annotations

from datetime import date
from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.clarifier.models import Version
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.relecture.models import Record
from web.clarifier import neighbour


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    number = neighbour.routes(collectivite, user)["clarifier:texte"]["number"]
    mark = "Vergnes-le-Secret"
    record = Record.objects.create(
        collectivite=collectivite,
        version=Version.objects.get(draft=number),
        readers=mark,
        companion=mark,
        on=date(2026, 3, 2),
        understood=mark,
        changed=mark,
        recorded_by=user,
    )
    return {
        "relecture:preparer": {"number": number},
        "relecture:noter": {"number": number},
        "relecture:retirer": {"number": number, "record": record.pk},
    }
