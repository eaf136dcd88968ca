"""From a question to passages: read it, gather candidates, rank documents, then their passages,
and say whether the best of them answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from beffroi.knowledge import store as tables
from beffroi.knowledge.candidates import Candidates, candidates
from beffroi.knowledge.evidence import RankedDocument, RankedPassage, Ranking, of_answer
from beffroi.knowledge.features import near_of, of_document, of_passages
from beffroi.knowledge.ranker import Ranker, ranker, sigmoid
from beffroi.knowledge.snapshot import Snapshot
from beffroi.knowledge.store import Row
from beffroi.knowledge.types import Found, Hit, Source
from beffroi.knowledge.understand import Asked

#: Documents compared, documents whose passages are all read, documents given as sources.
COMPARED, READ, GIVEN = 24, 5, 5

#: A document of more passages than this is read only where the searches found it.
LONG = 120


def search(
    snapshot: Snapshot, question: str, *, collections: frozenset[str] | None, limit: int
) -> Found:
    """At most ``limit`` passages of ``snapshot`` that answer ``question``, from the best."""
    weights = ranker()
    ranking = rank(snapshot, question, collections=collections, weights=weights)
    chosen = ranking.passages[:limit]
    near = [document.row for document in ranking.documents[:GIVEN]]
    with_text = _sources(snapshot, {*near, *(p.row.document for p in chosen)})
    chosen = tuple(p for p in chosen if p.row.document in with_text)
    answer = weights.answer.probability(of_answer(ranking)) if chosen else 0.0
    return Found(
        question=question,
        understood=ranking.asked.understood,
        hits=_hits(chosen, with_text, answer),
        answerable=answer >= weights.threshold,
        sources=tuple(with_text[row] for row in near if row in with_text),
    )


def rank(
    snapshot: Snapshot,
    question: str,
    *,
    collections: frozenset[str] | None,
    weights: Ranker,
) -> Ranking:
    """The documents near ``question`` and the passages of the nearest, from the best."""
    asked = snapshot.reader.read(question)
    if not asked.concepts or not len(snapshot.owner):
        return Ranking(asked=asked, documents=(), passages=(), titles={})
    meaning = snapshot.embedder.embed([asked.text])[0]
    found = candidates(snapshot, weights=asked.sought, meaning=meaning, collections=collections)
    with snapshot.store.reading() as db:
        documents = _documents(db, snapshot, asked, found, meaning, weights)
        passages = _passages(db, snapshot, asked, found, meaning, documents[:READ], weights)
    titles = {d.row: snapshot.titles[d.row - 1] for d in documents if d.row <= len(snapshot.titles)}
    return Ranking(asked=asked, documents=documents, passages=passages, titles=titles)


def _documents(
    db: sqlite3.Connection,
    snapshot: Snapshot,
    asked: Asked,
    found: Candidates,
    meaning: NDArray[np.float32],
    weights: Ranker,
) -> tuple[RankedDocument, ...]:
    of = _by_document(snapshot, found)
    wanted = list(of)[:COMPARED]
    outlines = tables.outlines(db, wanted)
    likeness = _likeness(snapshot.titles, wanted, meaning)
    best = (max(found.bm25.values(), default=0.0), max(likeness.values(), default=0.0))
    ranked = []
    for row in wanted:
        if row in outlines:
            near = near_of(row, of[row], found, likeness[row])
            values = of_document(asked, outlines[row], near, best, snapshot.reader.rarity)
            ranked.append(
                RankedDocument(row=row, values=tuple(values), logit=weights.document.logit(values))
            )
    return tuple(sorted(ranked, key=lambda d: (-d.logit, d.row)))


def _by_document(snapshot: Snapshot, found: Candidates) -> dict[int, list[int]]:
    """The passages found of each document, the most promising document first."""
    of: dict[int, list[int]] = {}
    promise: dict[int, float] = {}
    for rank, row in enumerate(found.titles, start=1):
        of[row], promise[row] = [], 1 / (60 + rank)
    for row, score in found.fused.items():
        document = int(snapshot.owner[row - 1])
        of.setdefault(document, []).append(row)
        promise[document] = promise.get(document, 0.0) + score
    return dict(sorted(of.items(), key=lambda item: -promise[item[0]]))


def _passages(
    db: sqlite3.Connection,
    snapshot: Snapshot,
    asked: Asked,
    found: Candidates,
    meaning: NDArray[np.float32],
    documents: Sequence[RankedDocument],
    weights: Ranker,
) -> tuple[RankedPassage, ...]:
    by_row = {document.row: document for document in documents}
    of: dict[int, list[Row]] = {row: [] for row in by_row}
    for passage in _rows(db, snapshot, found, list(by_row)):
        of[passage.document].append(passage)
    ranked = []
    for document, rows in of.items():
        near = [_dot(snapshot.meanings, row.row, meaning) for row in rows]
        numbers = of_passages(asked, rows, near, snapshot.reader.rarity)
        for row, values in zip(rows, numbers, strict=True):
            ranked.append(
                RankedPassage(
                    row=row,
                    document=by_row[document],
                    values=tuple(values),
                    logit=weights.passage.logit(values),
                )
            )
    return tuple(sorted(ranked, key=lambda p: (-p.total, p.row.row)))


def _rows(
    db: sqlite3.Connection, snapshot: Snapshot, found: Candidates, documents: Sequence[int]
) -> list[Row]:
    """All the passages of short documents; of a long one, those that the searches found."""
    sizes = {d: int((snapshot.owner == d).sum()) for d in documents}
    short = [d for d in documents if sizes[d] <= LONG]
    within = {d for d in documents if sizes[d] > LONG}
    some = [row for row in found.fused if int(snapshot.owner[row - 1]) in within]
    first = [int(np.argmax(snapshot.owner == d)) + 1 for d in within]
    return tables.passages(db, of=short, rows=list(dict.fromkeys((*some, *first))))


def _likeness(
    titles: NDArray[np.float32], rows: Iterable[int], meaning: NDArray[np.float32]
) -> dict[int, float]:
    return {row: _dot(titles, row, meaning) for row in rows}


def _dot(table: NDArray[np.float32], row: int, meaning: NDArray[np.float32]) -> float:
    return float(table[row - 1] @ meaning) if row <= len(table) else 0.0


def _sources(snapshot: Snapshot, rows: Iterable[int]) -> Mapping[int, Source]:
    wanted = list(rows)
    if not wanted:
        return {}
    with snapshot.store.reading() as db:
        return tables.sources(db, wanted)


def _hits(
    chosen: Sequence[RankedPassage], sources: Mapping[int, Source], answer: float
) -> tuple[Hit, ...]:
    """The best has the probability that something answers; those after it lose what separates
    them from it."""
    return tuple(
        Hit(
            source=sources[p.row.document],
            passage=p.row.passage,
            score=answer * min(1.0, 2 * sigmoid(p.total - chosen[0].total)),
        )
        for p in chosen
    )
