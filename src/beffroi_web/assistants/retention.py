"""Conversations whose time is over are erased: once a day, and when the instance wakes."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from beffroi_web.assistants.actions import erase
from beffroi_web.assistants.models import Conversation
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal


def forget() -> int:
    """Erase what is older than each authority keeps; gives how many conversations."""
    return sum(_forget(collectivite) for collectivite in Collectivite.objects.all())


def _forget(collectivite: Collectivite) -> int:
    limit = timezone.now() - timedelta(days=collectivite.conversation_days)
    old = list(Conversation.objects.for_(collectivite).filter(used_at__lt=limit))
    with transaction.atomic():
        for conversation in old:
            erase(conversation)
        if old:
            details = {"conversations": len(old)}
            journal.write(collectivite, None, "assistant.purge", "", details)
    return len(old)
