"""Which assistants a person may use: those that ship, one's own, those that are shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beffroi.assistants import PLAIN, Assistant
from beffroi_web.assistants.models import Conversation
from beffroi_web.collectivites.models import Collectivite

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def available(user: User, collectivite: Collectivite) -> dict[str, Assistant]:
    """Name → assistant, the plain one first."""
    return {PLAIN.name: PLAIN}


def assistant_of(conversation: Conversation) -> Assistant:
    """The assistant of a conversation; the plain one when it is no more."""
    known = available(conversation.owner, conversation.collectivite)
    return known.get(conversation.assistant, PLAIN)
