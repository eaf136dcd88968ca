"""A conversation is one person's: who may touch it, what the journal calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

from beffroi_web.assistants.models import Conversation

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def allow(user: User, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless this person may ask, and the row is his or hers."""
    if not user.has_perm("assistants.interroger", about):
        raise PermissionDenied
    if isinstance(about, Conversation) and about.owner_id != user.pk:
        raise PermissionDenied


def reference(conversation: Conversation) -> str:
    return f"conversation:{conversation.pk}"
