"""Routes of the public page, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.public.models import Message, Question

NO_ROW = {
    f"public:{name}": "open to anybody on purpose; closed pages and tokens are tested with the app"
    for name in ("page", "avis", "personne", "widget")
}


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    mark = "Vergnes-le-Secret"
    Question.objects.create(collectivite=collectivite, text=mark, status="pas_trouve")
    helped = Question.objects.create(
        collectivite=collectivite, text=mark, status="repondu", helped=True, cited=[["d1", mark]]
    )
    message = Message.objects.create(collectivite=collectivite, name=mark, contact=mark, text=mark)
    return {
        "public:message_traite": {"number": message.pk},
        "public:essai": {"number": helped.pk},
    }
