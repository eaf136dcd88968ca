"""Routes of Assistants, for the neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from beffroi.assistants import PLAIN
from beffroi.assistants.files import to_files
from beffroi_web.accounts.models import User
from beffroi_web.assistants.models import (
    Attachment,
    Conversation,
    Edition,
    Offer,
    OwnAssistant,
    Turn,
)
from beffroi_web.assistants.urls import urlpatterns
from beffroi_web.collectivites.models import Collectivite

MARK = "Vergnes-le-Secret"


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    """Every route with arguments, with a real row of the authority that is visited."""
    row = Conversation.objects.create(
        collectivite=collectivite, owner=user, assistant="documents", title=MARK, found=MARK
    )
    turn = Turn.objects.create(conversation=row, question=MARK)
    piece = Attachment.objects.create(conversation=row, title=MARK, text=MARK)
    assistant = OwnAssistant.objects.create(
        collectivite=collectivite, name="vergnes", author=user, sharing="maison"
    )
    written = replace(PLAIN, name="vergnes", title=MARK)
    for version in (1, 2):
        Edition.objects.create(
            assistant=assistant,
            version=version,
            files=to_files(replace(written, version=version)),
            author=user,
        )
    offer = Offer.objects.create(collectivite=collectivite, title=MARK, giver=MARK, files={})
    values = {"number": row.pk, "turn": turn.pk, "piece": piece.pk, "format": "docx"}
    values |= {"name": assistant.name, "version": 1, "offer": offer.pk, "trial": "01"}
    found: dict[str, dict[str, Any]] = {}
    for pattern in urlpatterns:
        arguments = list(pattern.pattern.regex.groupindex)
        if arguments:
            found[f"assistants:{pattern.name}"] = {name: values[name] for name in arguments}
    return found
