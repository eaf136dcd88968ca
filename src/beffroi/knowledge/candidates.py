"""What may answer a question: the passages nearest by their words, by their meaning, by their
titles, put together by reciprocal-rank fusion.

Cormack, Clarke and Büttcher, « Reciprocal rank fusion », SIGIR 2009: 1 / (60 + rank), summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.knowledge.snapshot import Snapshot

CONSTANT = 60

#: How many are taken from each way of searching.
BY_WORDS, BY_MEANING, BY_TITLE = 60, 40, 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidates:
    """``fused``: row of a passage → fused score. ``bm25`` and ``near`` hold what each search said
    of the passages it found; ``titles``: row of a document → likeness of its title."""

    fused: Mapping[int, float]
    bm25: Mapping[int, float]
    near: Mapping[int, float]
    titles: Mapping[int, float]


def candidates(
    snapshot: Snapshot,
    *,
    weights: Mapping[str, float],
    meaning: NDArray[np.float32],
    collections: frozenset[str] | None,
) -> Candidates:
    """The passages and documents to look at closely; ``weights`` are stems with their say."""
    readable = snapshot.readable(collections)
    by_words = [
        (row, score)
        for row, score in snapshot.words.search(weights, collections=collections, limit=BY_WORDS)
        if row <= len(snapshot.owner) and readable[snapshot.owner[row - 1]]
    ]
    allowed = readable[snapshot.owner] & (snapshot.owner > 0)
    near = snapshot.meanings @ meaning
    by_meaning = _nearest(near, allowed[: len(near)], BY_MEANING)
    by_title = _nearest(snapshot.titles @ meaning, readable[1 : len(snapshot.titles) + 1], BY_TITLE)
    return Candidates(
        fused=fuse([[row for row, _ in by_words], [row for row, _ in by_meaning]]),
        bm25=dict(by_words),
        near=dict(by_meaning),
        titles=dict(by_title),
    )


def fuse(rankings: Iterable[Sequence[int]]) -> dict[int, float]:
    """Reciprocal-rank fusion of several rankings, each from the best."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (CONSTANT + rank)
    return scores


def _nearest(
    scores: NDArray[np.float32], allowed: NDArray[np.bool_], limit: int
) -> list[tuple[int, float]]:
    """(row from 1, score) of the ``limit`` best scores among those allowed, the best first."""
    masked = np.where(allowed, scores, -np.inf)
    limit = min(limit, int(allowed.sum()))
    if limit == 0:
        return []
    best = np.argpartition(-masked, limit - 1)[:limit]
    best = best[np.argsort(-masked[best], kind="stable")]
    return [(int(i) + 1, float(masked[i])) for i in best]
