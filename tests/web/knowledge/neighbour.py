"""Routes of Documents, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge.models import Collection, Document, Feed
from beffroi_web.knowledge.urls import urlpatterns

MARK = "Vergnes-le-Secret"


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    """Every route with arguments, with a real row of the authority that is visited."""
    row = Collection.objects.create(collectivite=collectivite, author=user, name=MARK, house=True)
    feed = Feed.objects.create(collection=row, kind="site", address=f"https://{MARK}.test/")
    document = Document.objects.create(
        collectivite=collectivite, collection=row, owner=user, key="secret", title=MARK, text=MARK
    )
    found: dict[str, dict[str, Any]] = {}
    for pattern in urlpatterns:
        arguments = list(pattern.pattern.regex.groupindex)
        number = document.pk if "document/" in str(pattern.pattern) else row.pk
        values = {"number": number, "feed": feed.pk}
        if arguments:
            found[f"knowledge:{pattern.name}"] = {name: values[name] for name in arguments}
    return found
