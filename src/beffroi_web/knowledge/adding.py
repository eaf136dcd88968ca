"""Adding documents to a collection: files, lines of a jsonl, letters of a mailbox, a text."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction

from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge.allowed import allow
from beffroi_web.knowledge.letters import letters_of
from beffroi_web.knowledge.lines import Line, lines_of
from beffroi_web.knowledge.models import Collection, Document, State, fingerprint

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

READING = "documents.lire"


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


def deposit(row: Collection, files: Sequence[Given], *, user: User) -> Deposited:
    """Keep the files and ask for them to be read. A jsonl file is one document a line, an mbox
    one a letter; what cannot be used is a document left out, with its reason."""
    allow(user, "documents.deposer", row)
    documents: list[Document] = []
    already: list[str] = []
    with transaction.atomic():
        for file in _opened(files):
            if file.name.lower().endswith(".jsonl"):
                documents += [_line(row, line, user) for line in lines_of(file.content, file.name)]
            elif row.documents.filter(sha256=fingerprint(file.content)).exists():
                already.append(file.name)
            else:
                documents.append(_file(row, file, user))
        ask_reading(row, documents, user)
    return Deposited(documents=documents, already=already)


def _opened(files: Iterable[Given]) -> Iterator[Given]:
    """The files, a mailbox given as its letters."""
    for file in files:
        letters = letters_of(file.content) if file.name.lower().endswith(".mbox") else []
        if not letters:
            yield file
        for number, content in enumerate(letters, start=1):
            yield Given(name=f"{file.name}, lettre {number}.eml", content=content)


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
        ask_reading(row, [document], user)
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


def ask_reading(row: Collection, documents: Iterable[Document], user: User) -> None:
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
