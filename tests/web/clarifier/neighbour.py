"""Routes of Clarifier, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.clarifier.models import Draft, Source, Version
from beffroi_web.clarifier.urls import urlpatterns
from beffroi_web.collectivites.models import Collectivite

NO_ROW = {"clarifier:exemple": "a sample that ships with Beffroi"}


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    """Every route of a draft or a source: the name of the argument says which row."""
    mark = "Vergnes-le-Secret"
    common = {"collectivite": collectivite, "owner": user, "title": mark}
    source = Source.objects.create(text=mark, sha256="0" * 64, **common)
    draft = Draft.objects.create(
        source=source, modele="langage-clair", modele_title=mark, modele_version=1, **common
    )
    version = Version.objects.create(draft=draft, number=1, text=mark, origin="machine")
    Draft.objects.for_(collectivite).update(current=version)
    values = {"number": draft.pk, "point": 1, "old": 1, "format": "txt", "kind": "txt"}
    found = {}
    for pattern in urlpatterns:
        arguments = list(pattern.pattern.regex.groupindex)
        if arguments and pattern.name != "exemple":
            found[f"clarifier:{pattern.name}"] = {name: values[name] for name in arguments}
    found["clarifier:source"] = {"number": source.pk}
    return found
