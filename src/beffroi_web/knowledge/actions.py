"""Everything that changes collections and documents: permission, transaction, journal, or a job."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from beffroi.errors import InputError
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge import index
from beffroi_web.knowledge.lines import Line, lines_of
from beffroi_web.knowledge.models import Collection, Document, Feed, State, fingerprint
from beffroi_web.knowledge.visible import directions, may_manage

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

READING, VISITING = "documents.lire", "documents.visiter"


class NameTaken(InputError):
    code = "documents.nom_pris"
    default_message = "Une collection porte déjà ce nom."
    default_next_step = "Choisissez-en un autre."


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """One file that a person gave: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Deposited:
    """What became of the files given: ``documents`` will be read, ``already`` were there."""

    documents: list[Document]
    already: list[str]


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


# ── Collections ──────────────────────────────────────────────────────────────


def create(values: Mapping[str, Any], *, user: User, collectivite: Collectivite) -> Collection:
    """A new collection. ``values``: ``nom``, ``description``, ``lecteurs`` (``"maison"`` or the
    number of a direction), ``habitants``. Raises :class:`NameTaken`."""
    allow(user, "documents.deposer", collectivite)
    row = Collection(collectivite=collectivite, author=user)
    return _kept(row, values, user, "collection.creee")


def change(row: Collection, values: Mapping[str, Any], *, user: User) -> Collection:
    """Another name, other readers: the search obeys at once. Raises :class:`NameTaken`."""
    _manage(row, user)
    return _kept(row, values, user, "collection.modifiee")


def _kept(row: Collection, values: Mapping[str, Any], user: User, act: str) -> Collection:
    same = Collection.objects.for_(row.collectivite).filter(name=values["nom"])
    if same.exclude(pk=row.pk).exists():
        raise NameTaken
    row.name, row.description = values["nom"], values["description"]
    row.house = values["lecteurs"] == "maison"
    row.direction = None if row.house else _direction(values["lecteurs"], user, row.collectivite)
    row.public = bool(values.get("habitants")) and row.house
    if row.house:
        allow(user, "documents.gerer", row)
    with transaction.atomic():
        row.save()
        details = {"ouverte": "maison" if row.house else "direction", "habitants": row.public}
        journal.write(row.collectivite, user, act, _ref(row), details)
    return row


def _direction(number: str, user: User, collectivite: Collectivite) -> Direction:
    """The direction of that number, if this person may open a collection to it."""
    found: Direction = Direction.objects.for_(collectivite).get(pk=int(number))
    if found.pk not in directions(user, collectivite):
        allow(user, "documents.gerer", collectivite)
    return found


def delete(row: Collection, *, user: User) -> None:
    """Remove a collection with its documents, their files and their words in the index."""
    _manage(row, user)
    documents = list(row.documents.all())
    collectivite, reference = row.collectivite, _ref(row)
    index.remove(collectivite, [document.key for document in documents])
    with transaction.atomic():
        row.delete()
        details = {"documents": len(documents)}
        journal.write(collectivite, user, "collection.supprimee", reference, details)
    _remove_files(documents)


# ── Adding documents ─────────────────────────────────────────────────────────


def deposit(row: Collection, files: Sequence[Given], *, user: User) -> Deposited:
    """Keep the files and ask for them to be read. A jsonl file is one document a line; a line
    that cannot be used is a document left out, with its reason."""
    allow(user, "documents.deposer", row)
    documents: list[Document] = []
    already: list[str] = []
    with transaction.atomic():
        for file in files:
            if file.name.lower().endswith(".jsonl"):
                documents += [_line(row, line, user) for line in lines_of(file.content, file.name)]
            elif row.documents.filter(sha256=fingerprint(file.content)).exists():
                already.append(file.name)
            else:
                documents.append(_file(row, file, user))
        _read(row, documents, user)
    return Deposited(documents=documents, already=already)


def paste(row: Collection, values: Mapping[str, Any], *, user: User) -> Document:
    """A text typed or pasted: ``titre``, ``texte``, ``date``."""
    allow(user, "documents.deposer", row)
    with transaction.atomic():
        document = Document.objects.create(
            collectivite=row.collectivite,
            collection=row,
            owner=user,
            key=_new_key(),
            title=values["titre"],
            text=values["texte"],
            date=values.get("date"),
        )
        _read(row, [document], user)
    return document


def _file(row: Collection, file: Given, user: User) -> Document:
    document = Document(
        collectivite=row.collectivite,
        collection=row,
        owner=user,
        key=_new_key(),
        title=file.name[:300],
        file_name=file.name[:255],
        sha256=fingerprint(file.content),
    )
    document.file.save(f"{uuid.uuid4().hex}.bin", ContentFile(file.content), save=False)
    document.save()
    return document


def _line(row: Collection, line: Line, user: User) -> Document:
    """The document of one line of a jsonl: a new one, or the one that bears its name here."""
    known = Document.objects.for_(row.collectivite).filter(key=line.id).first() if line.id else None
    reason = line.reason
    if known is not None and known.collection_id != row.pk:
        known, reason = None, "Une autre collection a déjà un document de cet identifiant."
    document = known or Document(collectivite=row.collectivite, collection=row, key=_new_key())
    document.owner, document.title, document.text = user, line.title[:300], line.text
    document.url, document.date = line.url[:500], line.date
    document.synonyms = list(line.synonyms)
    if reason:
        document.state, document.reason = State.ECARTE, reason
    else:
        document.key, document.state, document.reason = line.id or document.key, State.ATTENTE, ""
    document.save()
    return document


def _new_key() -> str:
    return f"d{uuid.uuid4().hex[:16]}"


def _read(row: Collection, documents: Iterable[Document], user: User) -> None:
    """Ask for those that wait to be read and indexed. Inside a transaction."""
    waiting = [item for item in documents if item.state == State.ATTENTE]
    for item in waiting:
        journal.write(row.collectivite, user, "document.depose", f"document:{item.pk}")
    if not waiting:
        return
    numbers = [item.pk for item in waiting]
    row.job = port.enqueue(
        READING,
        {"collection": row.pk, "documents": numbers},
        collectivite=row.collectivite,
        owner=user,
        title=f"Lecture de documents : {row.name}",
    )
    row.save(update_fields=["job"])


# ── Places that are visited ──────────────────────────────────────────────────


def follow(row: Collection, kind: str, address: str, *, user: User) -> Feed:
    """Watch a site or a folder of the server from now on; it is visited at once."""
    permission = "collectivites.regler" if kind == "dossier" else "documents.gerer"
    allow(user, permission, row)
    with transaction.atomic():
        feed, made = row.feeds.get_or_create(address=address, defaults={"kind": kind})
        if made:
            details = {"genre": kind}
            journal.write(row.collectivite, user, "collection.suivie", _ref(row), details)
    refresh(row, user=user)
    return feed


def unfollow(feed: Feed, *, user: User) -> None:
    """Stop visiting; the documents that came from there stay."""
    _manage(feed.collection, user)
    with transaction.atomic():
        row = feed.collection
        feed.delete()
        journal.write(row.collectivite, user, "collection.suivie", _ref(row), {"genre": "aucun"})


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
            _read(document.collection, [document], user)


def remove(document: Document, *, user: User) -> None:
    """Remove a document for real: its row, its file, its words in the index."""
    if document.owner_id != user.pk:
        _manage(document.collection, user)
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
            _read(row, documents, row.author)
    return len(lost)


def _remove_files(documents: Iterable[Document]) -> None:
    for document in documents:
        if document.file:
            document.file.delete(save=False)


def _manage(row: Collection, user: User) -> None:
    if not may_manage(user, row):
        raise PermissionDenied


def _ref(row: Collection) -> str:
    return f"collection:{row.pk}"
