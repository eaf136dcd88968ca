"""Giving a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from beffroi.documents import Document
from beffroi_web.clarifier import convert
from beffroi_web.clarifier.actions.allowed import allow
from beffroi_web.clarifier.models import Source
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def give(
    document: Document, *, title: str, file_name: str, user: User, collectivite: Collectivite
) -> Source:
    """Keep what was read of a text."""
    allow(user, "clarifier.rediger", collectivite)
    source = convert.source_from(document, title=title, file_name=file_name)
    source.owner, source.collectivite = user, collectivite
    with transaction.atomic():
        source.save()
        details = {"format": source.format, "caracteres": len(source.text)}
        journal.write(collectivite, user, "document.depose", f"source:{source.pk}", details)
    return source
