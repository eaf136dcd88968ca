"""An index as it stands at one moment, loaded to be searched. Never changed once made."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.embedding.types import Embedder
from beffroi.knowledge import store as tables
from beffroi.knowledge.lexicon import shipped
from beffroi.knowledge.store import Store
from beffroi.knowledge.understand import Reader
from beffroi.knowledge.vectors import Rows, Vectors
from beffroi.knowledge.words import Words


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """``owner[i]`` is the document of passage i + 1, 0 when there is none any more; ``room[d]``
    is the collection of document d as a place in ``collections``, -1 when it is not there.
    ``reader`` reads questions for these documents."""

    turn: int
    store: Store
    words: Words
    embedder: Embedder
    meanings: Rows
    titles: Rows
    owner: NDArray[np.int32]
    room: NDArray[np.int32]
    collections: tuple[str, ...]
    reader: Reader

    def stale(self) -> bool:
        """Whether the index was written since."""
        return _turn(self.store) != self.turn

    def readable(self, collections: frozenset[str] | None) -> NDArray[np.bool_]:
        """For each document row (from 0), whether it is there and in one of ``collections``."""
        if collections is None:
            return self.room >= 0
        wanted = [place for place, name in enumerate(self.collections) if name in collections]
        return np.isin(self.room, wanted)


def load(
    *, store: Store, words: Words, passages: Vectors, titles: Vectors, embedder: Embedder
) -> Snapshot:
    """The index as written. One that was never written is empty, not an error."""
    owners: list[tuple[int, int, str]] = []
    reader = Reader(forms={}, documents=0, lexicon=shipped())
    turn = 0
    if store.exists:
        with store.reading() as db:
            turn, owners, reader = tables.turn(db), tables.owners(db), _reader(db)
    collections = tuple(sorted({name for _, _, name in owners}))
    place = {name: i for i, name in enumerate(collections)}
    owner = np.zeros(owners[-1][0] if owners else 0, dtype=np.int32)
    room = np.full(max((d for _, d, _ in owners), default=0) + 1, -1, dtype=np.int32)
    for row, document, name in owners:
        owner[row - 1] = document
        room[document] = place[name]
    return Snapshot(
        turn=turn,
        store=store,
        words=words,
        embedder=embedder,
        meanings=passages.open()[: len(owner)],
        titles=titles.open()[: len(room) - 1],
        owner=owner,
        room=room,
        collections=collections,
        reader=reader,
    )


def _reader(db: sqlite3.Connection) -> Reader:
    """Their own acronyms, and the other names that come with Beffroi."""
    pairs = tables.explained(db)
    both = [*pairs, *((meant, said) for said, meant in pairs)]
    return Reader(
        forms=tables.forms(db), documents=tables.count(db), lexicon=shipped().joined(both)
    )


def _turn(store: Store) -> int:
    if not store.exists:
        return 0
    with store.reading() as db:
        return tables.turn(db)
