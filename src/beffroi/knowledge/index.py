"""The index of an authority on this machine: a folder that holds documents and finds passages.

Three parts under one folder: ``index.sqlite`` is what counts, ``mots/`` (words) and the ``.f32``
files (meaning) are made from it. Processes may read while one writes.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from beffroi.embedding.types import Embedder
from beffroi.knowledge import store
from beffroi.knowledge.segment import segment
from beffroi.knowledge.snapshot import Snapshot, load
from beffroi.knowledge.store import Kept, Store
from beffroi.knowledge.terms import stems
from beffroi.knowledge.types import Found, Passage, Source
from beffroi.knowledge.vectors import Vectors
from beffroi.knowledge.words import Entry, Words

if TYPE_CHECKING:
    import sqlite3

WIDTH = 512

#: Passages written in one transaction.
CHUNK = 2048

#: Words of a passage that the encoder reads: the rest changes its sense little and costs time.
READ_WORDS = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """A document to write. ``origin`` says where it came from (a path, an address), so that a
    refresh knows what to look at again."""

    source: Source
    passages: tuple[Passage, ...]
    origin: str = ""


def incoming(source: Source, *, origin: str = "") -> Incoming:
    """``source`` cut into passages by its own titles (``## Titre``)."""
    source = replace(source, text=_storable(source.text))
    return Incoming(source=source, passages=segment(source.id, source.text), origin=origin)


def digest(source: Source) -> str:
    """What tells that a document changed: its title, text, date, address and other names."""
    parts = (
        source.title,
        source.text,
        source.date.isoformat() if source.date else "",
        source.url,
        source.summary,
        *source.synonyms,
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


class EmbeddedIndex:
    """Documents in ``folder`` (made at the first writing). ``embedder`` gives rows of ``width``."""

    def __init__(self, folder: Path, *, embedder: Embedder, width: int = WIDTH) -> None:
        self._folder = folder
        self._embedder = embedder
        self._store = Store(folder / "index.sqlite")
        self._passages = Vectors(folder / "passages.f32", width)
        self._titles = Vectors(folder / "titres.f32", width)
        self._lock = threading.Lock()
        self._loaded: Snapshot | None = None

    def close(self) -> None:
        """End the processes of the encoder, if it has some; they start again if need be."""
        end = getattr(self._embedder, "close", None)
        if end is not None:
            end()

    def put(self, documents: Iterable[Incoming]) -> int:
        """Write documents, each in place of the one of the same id; how many passages."""
        written = 0
        for chunk in _chunks(documents):
            written += self._put(chunk)
        return written

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Erase these documents; those that were there."""
        wanted = tuple(dict.fromkeys(ids))
        if not self._store.exists:
            return ()
        with self._store.writing() as db:
            rows = {id_: store.row_of(db, id_) for id_ in wanted}
            gone = {id_: row for id_, row in rows.items() if row is not None}
            if gone:
                self._mend(db)
                self._forget(db, list(gone.values()))
                for id_ in gone:
                    store.drop(db, id_)
                self._words().write([], gone=gone.values(), generation=store.next_turn(db))
        return tuple(gone)

    def kept(self, *, collection: str | None = None) -> list[Kept]:
        """The documents held, in the order they came."""
        if not self._store.exists:
            return []
        with self._store.reading() as db:
            return store.documents(db, collection=collection)

    def remember(self, root: str, collection: str) -> None:
        """Keep in mind that ``collection`` is fed from ``root``."""
        with self._store.writing() as db:
            store.remember(db, root, collection)

    def forget_root(self, root: str) -> None:
        with self._store.writing() as db:
            store.forget_root(db, root)

    def roots(self) -> list[tuple[str, str]]:
        """(place, collection) that documents were taken from."""
        if not self._store.exists:
            return []
        with self._store.reading() as db:
            return store.roots(db)

    def source(self, document_id: str) -> Source | None:
        if not self._store.exists:
            return None
        with self._store.reading() as db:
            return store.source(db, document_id)

    def search(
        self, question: str, *, collections: frozenset[str] | None = None, limit: int = 5
    ) -> Found:
        """The passages that answer ``question`` best, among those of ``collections``."""
        from beffroi.knowledge.search import search

        return search(self.snapshot(), question, collections=collections, limit=limit)

    def snapshot(self) -> Snapshot:
        """The index as it is now, loaded again only when it was written since."""
        with self._lock:
            if self._loaded is None or self._loaded.stale():
                self._loaded = load(
                    store=self._store,
                    words=self._words(),
                    passages=self._passages,
                    titles=self._titles,
                    embedder=self._embedder,
                )
            return self._loaded

    def _put(self, chunk: Sequence[Incoming]) -> int:
        chunk = list({item.source.id: item for item in chunk}.values())
        passages = [(item, passage) for item in chunk for passage in item.passages]
        meanings = self._embedder.embed([_read(item.source, p) for item, p in passages])
        titles = self._embedder.embed([_title(item.source) for item in chunk])
        with self._store.writing() as db:
            self._mend(db)
            before = [store.row_of(db, item.source.id) for item in chunk]
            gone = [row for row in before if row is not None]
            self._forget(db, gone)
            rows, entries = self._insert(db, chunk)
            self._passages.write([entry.row for entry in entries], meanings)
            self._titles.write(rows, titles)
            self._words().write(entries, gone=gone, generation=store.next_turn(db))
        return len(entries)

    def _insert(
        self, db: sqlite3.Connection, chunk: Sequence[Incoming]
    ) -> tuple[list[int], list[Entry]]:
        """Write ``chunk``; the rows of the documents, and what is searched of their passages."""
        documents, entries = [], []
        for item in chunk:
            document = store.put(
                db,
                item.source,
                origin=item.origin,
                digest=digest(item.source),
                about=_once(_about(item)),
                terms=_once(" ".join((_title(item.source), item.source.summary, item.source.text))),
            )
            documents.append(document)
            for passage in item.passages:
                body = " ".join(stems(passage.text))
                row = store.put_passage(db, document, passage, body)
                entries.append(_entry(row, document, item.source, passage, body))
        return documents, entries

    def _forget(self, db: sqlite3.Connection, documents: Sequence[int]) -> None:
        self._passages.forget([row.row for row in store.passages(db, of=documents)])
        self._titles.forget(documents)

    def _words(self) -> Words:
        return Words(self._folder / "mots")

    def _mend(self, db: sqlite3.Connection) -> None:
        """Make the words again when a write was cut short: the store alone counts."""
        words = self._words()
        if words.generation != store.turn(db):
            words.write(_all_entries(db), generation=store.turn(db), anew=True)


def _all_entries(db: sqlite3.Connection) -> Iterator[Entry]:
    rows = [kept.row for kept in store.documents(db)]
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        held = store.sources(db, some)
        for row in store.passages(db, of=some):
            yield _entry(row.row, row.document, held[row.document], row.passage, row.terms)


def _entry(row: int, document: int, source: Source, passage: Passage, body: str) -> Entry:
    names = (source.title, *source.synonyms, *passage.heading_path)
    return Entry(
        row=row,
        document=document,
        collection=source.collection,
        body=body,
        head=" ".join(stem for name in names for stem in stems(name)),
    )


def _read(source: Source, passage: Passage) -> str:
    """What the encoder reads of a passage: its titles and its beginning."""
    titles = ". ".join((source.title, *passage.heading_path[-1:]))
    return f"{titles}. {' '.join(passage.text.split()[:READ_WORDS])}"


def _title(source: Source) -> str:
    return ", ".join((source.title, *source.synonyms))


def _about(item: Incoming) -> str:
    """What says the subject of a document: its names, its summary, its first passage."""
    first = item.passages[0].text if item.passages else ""
    return " ".join((_title(item.source), item.source.summary, first))


def _once(text: str) -> str:
    """The stems of ``text``, each once."""
    return " ".join(dict.fromkeys(stems(text)))


def _storable(text: str) -> str:
    """``text`` without the two things that a database refuses, character for character."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def _chunks(documents: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    chunk: list[Incoming] = []
    size = 0
    for item in documents:
        chunk.append(item)
        size += len(item.passages)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
