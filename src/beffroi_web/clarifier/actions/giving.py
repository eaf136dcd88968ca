"""Giving a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from beffroi.documents import Document
from beffroi_web.clarifier import convert
from beffroi_web.clarifier.actions.allowed import allow
from beffroi_web.clarifier.models import Source
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


READING = "clarifier.lire"


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


def give_large(data: bytes, *, file_name: str, user: User, collectivite: Collectivite) -> Source:
    """Keep a large file, and ask for it to be read."""
    allow(user, "clarifier.rediger", collectivite)
    source = Source(title=file_name[:200], file_name=file_name[:255], given=data)
    source.owner, source.collectivite = user, collectivite
    with transaction.atomic():
        source.save()
        args, title = {"source": source.pk}, f"Lire {file_name}"
        source.job = port.enqueue(READING, args, collectivite=collectivite, owner=user, title=title)
        source.save(update_fields=["job"])
    return source


def store_read(source: Source, document: Document, *, title: str) -> None:
    """What a job read of a large file; the file itself is no longer kept."""
    convert.filled(source, document, title=title, file_name=source.file_name)
    source.given = b""
    with transaction.atomic():
        source.save()
        details = {"format": source.format, "caracteres": len(source.text)}
        journal.write(
            source.collectivite, source.owner, "document.depose", f"source:{source.pk}", details
        )


def drop_file(source: Source) -> None:
    """The file could not be read: it is not kept."""
    source.given = b""
    source.save(update_fields=["given"])
