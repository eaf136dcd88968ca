"""Everything that changes collections and documents: permission, transaction, journal, or a job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from beffroi.errors import InputError
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge import index
from beffroi_web.knowledge.adding import ask_reading
from beffroi_web.knowledge.allowed import allow, manage, reference
from beffroi_web.knowledge.following import LettersForInhabitants
from beffroi_web.knowledge.models import Collection, Document, FeedKind, State
from beffroi_web.knowledge.visible import directions

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


class NameTaken(InputError):
    code = "documents.nom_pris"
    default_message = "Une collection porte déjà ce nom."
    default_next_step = "Choisissez-en un autre."


# ── Collections ──────────────────────────────────────────────────────────────


def create(values: Mapping[str, Any], *, user: User, collectivite: Collectivite) -> Collection:
    """A new collection. ``values``: ``nom``, ``description``, ``lecteurs`` (``"maison"`` or the
    number of a direction), ``habitants``, ``masquee``. Raises :class:`NameTaken`."""
    allow(user, "documents.deposer", collectivite)
    row = Collection(collectivite=collectivite, author=user)
    return _kept(row, values, user, "collection.creee")


def change(row: Collection, values: Mapping[str, Any], *, user: User) -> Collection:
    """Another name, other readers: the search obeys at once. A collection that becomes masked is
    read again. Raises :class:`NameTaken`, :class:`LettersForInhabitants`."""
    manage(row, user)
    return _kept(row, values, user, "collection.modifiee")


def _kept(row: Collection, values: Mapping[str, Any], user: User, act: str) -> Collection:
    same = Collection.objects.for_(row.collectivite).filter(name=values["nom"])
    if same.exclude(pk=row.pk).exists():
        raise NameTaken
    row.name, row.description = values["nom"], values["description"]
    row.house = values["lecteurs"] == "maison"
    row.direction = None if row.house else _direction(values["lecteurs"], user, row.collectivite)
    row.public = bool(values.get("habitants")) and row.house
    if row.public and row.pk and row.feeds.filter(kind=FeedKind.BOITE).exists():
        raise LettersForInhabitants
    masks_now = bool(values.get("masquee")) and not row.masked
    row.masked = bool(values.get("masquee"))
    if row.house:
        allow(user, "documents.gerer", row)
    with transaction.atomic():
        row.save()
        details = {
            "ouverte": "maison" if row.house else "direction",
            "habitants": row.public,
            "masquee": row.masked,
        }
        journal.write(row.collectivite, user, act, reference(row), details)
        if masks_now:
            _read_again(row, user)
    return row


def _read_again(row: Collection, user: User) -> None:
    documents = list(row.documents.exclude(state=State.ECARTE))
    row.documents.exclude(state=State.ECARTE).update(state=State.ATTENTE)
    for document in documents:
        document.state = State.ATTENTE
    ask_reading(row, documents, user)


def _direction(number: str, user: User, collectivite: Collectivite) -> Direction:
    """The direction of that number, if this person may open a collection to it."""
    found: Direction = Direction.objects.for_(collectivite).get(pk=int(number))
    if found.pk not in directions(user, collectivite):
        allow(user, "documents.gerer", collectivite)
    return found


def delete(row: Collection, *, user: User) -> None:
    """Remove a collection with its documents, their files and their words in the index."""
    manage(row, user)
    documents = list(row.documents.all())
    collectivite, named = row.collectivite, reference(row)
    index.remove(collectivite, [document.key for document in documents])
    with transaction.atomic():
        row.delete()
        details = {"documents": len(documents)}
        journal.write(collectivite, user, "collection.supprimee", named, details)
    _remove_files(documents)


# ── One document ─────────────────────────────────────────────────────────────


def describe(document: Document, values: Mapping[str, Any], *, user: User) -> None:
    """Change what is said of a document: title, dates, address, other names; and index it so."""
    allow(user, "documents.deposer", document)
    document.title, document.url = values["titre"], values["adresse"]
    document.date, document.expires = values["date"], values["valable"]
    document.synonyms = values["synonymes"]
    with transaction.atomic():
        document.save()
        journal.write(document.collectivite, user, "document.modifie", f"document:{document.pk}")
        if document.state == State.INDEXE:
            document.state = State.ATTENTE
            ask_reading(document.collection, [document], user)


def remove(document: Document, *, user: User) -> None:
    """Remove a document for real: its row, its file, its words in the index."""
    if document.owner_id != user.pk:
        manage(document.collection, user)
    reference = f"document:{document.pk}"
    index.remove(document.collectivite, [document.key])
    with transaction.atomic():
        document.delete()
        journal.write(document.collectivite, user, "document.supprime", reference)
    _remove_files([document])


def let_go(documents: Sequence[Document]) -> None:
    """Remove documents that are no longer where they came from; called by jobs."""
    if not documents:
        return
    index.remove(documents[0].collectivite, [document.key for document in documents])
    for document in documents:
        reference, collectivite = f"document:{document.pk}", document.collectivite
        with transaction.atomic():
            document.delete()
            journal.write(collectivite, None, "document.supprime", reference)
    _remove_files(documents)


def store(document: Document, *, passages: int) -> None:
    """The document was read and indexed; called by jobs."""
    document.state, document.reason = State.INDEXE, ""
    document.passages, document.indexed_at = passages, timezone.now()
    document.save()


def leave_out(document: Document, reason: str) -> None:
    """The document cannot be used, and why; called by jobs."""
    document.state, document.reason, document.passages = State.ECARTE, reason[:500], 0
    document.save()


def mend(collectivite: Collectivite) -> int:
    """Ask again for the documents that the index has lost (a restoration, a disk); how many."""
    rows = Document.objects.for_(collectivite).filter(state=State.INDEXE)
    lost = [
        key for key in rows.values_list("key", flat=True) if key not in index.held(collectivite)
    ]
    with transaction.atomic():
        for row in Collection.objects.for_(collectivite).filter(documents__key__in=lost).distinct():
            documents = list(row.documents.filter(key__in=lost))
            for document in documents:
                document.state = State.ATTENTE
                document.save(update_fields=["state"])
            ask_reading(row, documents, row.author)
    return len(lost)


def _remove_files(documents: Iterable[Document]) -> None:
    for document in documents:
        if document.file:
            document.file.delete(save=False)
