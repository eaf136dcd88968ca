"""Visiting the places that a collection follows: what is new, changed, the same, gone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from beffroi.errors import BeffroiError
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge import actions, folders, index
from beffroi_web.knowledge.models import Collection, Document, Feed, FeedKind, State, fingerprint
from beffroi_web.knowledge.net import fetcher
from beffroi_web.knowledge.places import Entry, Folder, Place, Site, opener_of, opens
from beffroi_web.knowledge.reading import read_all

COUNTS = ("ajoutes", "changes", "inchanges", "ecartes")


def place_of(feed: Feed) -> AbstractContextManager[Place]:
    """The place of ``feed``, open while it is read."""
    return opener_of(feed.kind)(feed.collection.collectivite, feed.address)


@opens(FeedKind.SITE)
def _site(collectivite: Collectivite, address: str) -> AbstractContextManager[Place]:
    return nullcontext(Site(address, fetch=fetcher(limit=settings.BEFFROI.upload_limit)))


@opens(FeedKind.DOSSIER)
def _folder(collectivite: Collectivite, address: str) -> AbstractContextManager[Place]:
    return nullcontext(Folder(folders.root_of(collectivite) / address))


def listed(feed: Feed) -> dict[str, Any]:
    """What is there now, or why it cannot be known."""
    try:
        with place_of(feed) as place:
            entries = place.entries()
    except BeffroiError as error:
        return {"dit": error.sentence}
    return {"entrees": [[entry.address, entry.name, entry.fixed] for entry in entries]}


def visit(feed: Feed, entries: Sequence[Sequence[Any]], owner: Any) -> dict[str, int]:
    """Take what is new or changed among ``entries``; how many of each of :data:`COUNTS`."""
    counts = dict.fromkeys(COUNTS, 0)
    fresh: list[tuple[Document, str]] = []
    for document, found in _all_taken(feed, entries, owner):
        if found == "inchanges":
            counts[found] += 1
        elif document.state == State.ECARTE:
            counts["ecartes"] += 1
        else:
            fresh.append((document, found))
    read_all([document for document, _ in fresh])
    for document, found in fresh:
        counts["ecartes" if document.state == State.ECARTE else found] += 1
    assert sum(counts.values()) == len(entries)
    return counts


def _all_taken(
    feed: Feed, entries: Sequence[Sequence[Any]], owner: Any
) -> list[tuple[Document, str]]:
    with place_of(feed) as place:
        return [
            _taken(feed, place, Entry(address=entry[0], name=entry[1], fixed=entry[2]), owner)
            for entry in entries
        ]


def _taken(feed: Feed, place: Place, entry: Entry, owner: Any) -> tuple[Document, str]:
    """The document of an entry, and what it is: new, changed, or the same as before."""
    key = _key(feed, entry.address)
    collection = feed.collection
    known = collection.documents.filter(key=key).first()
    if known and entry.fixed and known.state == State.INDEXE:
        return known, "inchanges"
    document = known or Document(
        collectivite=collection.collectivite, collection=collection, feed=feed, key=key
    )
    document.owner, document.title = known.owner if known else owner, entry.name[:300]
    document.url = entry.address[:500] if feed.kind == FeedKind.SITE else ""
    document.file_name = entry.name[:255]
    try:
        content = place.content(entry)
    except BeffroiError as error:
        return _unread(document, error.sentence), "ecartes"
    same = document.sha256 == fingerprint(content) and document.state == State.INDEXE
    if known and same:
        return known, "inchanges"
    if document.file:
        document.file.delete(save=False)
    document.sha256 = fingerprint(content)
    document.file.save(f"{key}.bin", ContentFile(content), save=False)
    document.state, document.reason = State.ATTENTE, ""
    document.save()
    return document, "changes" if known else "ajoutes"


def _unread(document: Document, reason: str) -> Document:
    if document.pk:
        index.remove(document.collectivite, [document.key])
    actions.leave_out(document, reason)
    return document


def _key(feed: Feed, address: str) -> str:
    return f"s{hashlib.sha256(f'{feed.pk} {address}'.encode()).hexdigest()[:20]}"


def close(feed: Feed, found: dict[str, Any], counts: dict[str, int]) -> dict[str, Any]:
    """Remove what is no longer there, and keep what the visit gave; gives the report."""
    gone: list[Document] = []
    if "entrees" in found:
        keys = {_key(feed, address) for address, *_ in found["entrees"]}
        gone = [row for row in feed.documents.all() if row.key not in keys]
        actions.let_go(gone)
    report = {**counts, "retires": len(gone), "dit": found.get("dit", "")}
    feed.report, feed.visited_at = report, timezone.now()
    feed.save(update_fields=["report", "visited_at"])
    return report


def unread(collection: Collection) -> list[int]:
    """The documents that still wait, or were left out though their file is there."""
    rows = collection.documents.filter(feed=None).exclude(state=State.INDEXE)
    return [row.pk for row in rows.defer("text") if row.state == State.ATTENTE or row.file]
