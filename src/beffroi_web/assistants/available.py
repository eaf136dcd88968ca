"""Which assistants a person may use: those that ship, one's own, those that are shared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from beffroi.assistants import PLAIN, Assistant
from beffroi.assistants.files import from_files
from beffroi.assistants.shipped import shipped_assistants
from beffroi_web.assistants.models import Conversation, Edition, OwnAssistant
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.editions.reach import reached
from beffroi_web.modeles.models import Sharing

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


@cache
def shipped() -> dict[str, Assistant]:
    """Read once a process: the files do not change while it runs."""
    return shipped_assistants()


def own(user: User, collectivite: Collectivite) -> QuerySet[OwnAssistant]:
    """The assistants of the authority that this person may use."""
    rows: QuerySet[OwnAssistant] = OwnAssistant.objects.for_(collectivite)
    return reached(rows, user, collectivite)


def available(user: User, collectivite: Collectivite) -> dict[str, Assistant]:
    """Name → assistant: the plain one, those of the authority, those that ship."""
    mine = {row.name: latest(row) for row in own(user, collectivite)}
    return {PLAIN.name: PLAIN, **mine, **shipped()}


def shared(collectivite: Collectivite) -> dict[str, Assistant]:
    """Name → assistant, for who is no person of the authority: its shared ones, and the shipped."""
    rows = OwnAssistant.objects.for_(collectivite).filter(sharing=Sharing.MAISON)
    mine = {row.name: latest(row) for row in rows.prefetch_related("editions")}
    return {PLAIN.name: PLAIN, **mine, **shipped()}


def edition_of(row: OwnAssistant) -> Edition:
    """The last edition."""
    return row.editions.all()[0]


def latest(row: OwnAssistant) -> Assistant:
    """The assistant as its last edition says it."""
    return from_files(edition_of(row).files)


def assistant_of(conversation: Conversation) -> Assistant:
    """The assistant of a conversation; the plain one when it is no more."""
    known = available(conversation.owner, conversation.collectivite)
    return known.get(conversation.assistant, PLAIN)
