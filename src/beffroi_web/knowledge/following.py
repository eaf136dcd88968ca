"""The places that a collection follows: taken up, visited again, left. Permission, transaction,
journal line, job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from beffroi.errors import InputError
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge.allowed import allow, manage, reference
from beffroi_web.knowledge.models import Collection, Feed, FeedKind

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

VISITING = "documents.visiter"


class LettersForInhabitants(InputError):
    code = "documents.courriels_publics"
    default_message = "Les courriels d’une boîte aux lettres ne s’ouvrent pas aux habitants."
    default_next_step = (
        "Gardez cette collection aux agents, ou écrivez une fiche avec ce que les habitants "
        "peuvent lire."
    )


def follow(row: Collection, kind: str, address: str, *, user: User) -> Feed:
    """Watch a site, a folder of the server or of the mailbox from now on; it is visited at once.
    Raises :class:`LettersForInhabitants`."""
    permission = "documents.gerer" if kind == FeedKind.SITE else "collectivites.regler"
    allow(user, permission, row)
    if kind == FeedKind.BOITE and row.public:
        raise LettersForInhabitants
    with transaction.atomic():
        feed, made = row.feeds.get_or_create(address=address, defaults={"kind": kind})
        if made:
            details = {"genre": kind}
            journal.write(row.collectivite, user, "collection.suivie", reference(row), details)
    refresh(row, user=user)
    return feed


def unfollow(feed: Feed, *, user: User) -> None:
    """Stop visiting; the documents that came from there stay."""
    manage(feed.collection, user)
    with transaction.atomic():
        row = feed.collection
        feed.delete()
        journal.write(
            row.collectivite, user, "collection.suivie", reference(row), {"genre": "aucun"}
        )


def refresh(row: Collection, *, user: User) -> None:
    """Visit every place again, and read again what came from elsewhere."""
    allow(user, "documents.deposer", row)
    if row.working:
        return
    with transaction.atomic():
        row.job = port.enqueue(
            VISITING,
            {"collection": row.pk},
            collectivite=row.collectivite,
            owner=user,
            title=f"Mise à jour des documents : {row.name}",
        )
        row.save(update_fields=["job"])


def stop(row: Collection, *, user: User) -> None:
    """Stop the reading in progress; what is already indexed stays."""
    allow(user, "documents.deposer", row)
    if row.job is not None:
        port.stop(row.job, actor=user)
