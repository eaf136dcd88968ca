"""Conversations of one person: nobody else reaches them, and those too old are gone already."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.collectivites.models import Collectivite

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def conversations(user: User, collectivite: Collectivite) -> QuerySet[Conversation]:
    """One's own, the last used first; not those whose time is over, even before the purge."""
    limit = timezone.now() - timedelta(days=collectivite.conversation_days)
    rows: QuerySet[Conversation] = Conversation.objects.for_(collectivite)
    return rows.filter(owner=user, used_at__gte=limit)


def conversation_or_404(request: HttpRequest, number: int) -> Conversation:
    collectivite: Collectivite | None = getattr(request, "collectivite", None)
    user: Any = request.user
    if collectivite is None:
        raise Http404
    found = conversations(user, collectivite).filter(pk=number).select_related("current").first()
    if found is None:
        raise Http404
    return found


def turn_or_404(request: HttpRequest, number: int, turn: int) -> Turn:
    """A question of one's own conversation."""
    rows = conversation_or_404(request, number).turns.select_related("job", "conversation")
    found = rows.filter(pk=turn).first()
    if found is None:
        raise Http404
    return found
