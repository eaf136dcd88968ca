"""Ideas found by their words or by their meaning, in what may be shown of the answers.

The encoder reads every idea during the analysis: :class:`Remembering` keeps what it gave, so that
a search costs one reading, that of the query.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.fold import fold
from beffroi.consultation.shown import shown
from beffroi.consultation.terms import STOP_WORDS, stem
from beffroi.consultation.types import Answer, Result
from beffroi.consultation.vectors import Matrix, spread
from beffroi.embedding.types import Embedder

#: Ideas whose meaning is kept, evenly spread over the file (1 KB each).
KEPT = 50_000
#: Under this resemblance (cosine) nothing is near any more. Removing the mean of the consultation
#: was tried: short passages came first whatever was asked.
LIKE = 0.25
MOST = 60
#: Answers shown beside one, and the resemblance that they need.
BESIDE, NEAR = 5, 0.45


class Remembering:
    """An embedder that keeps what it gave, up to ``most`` different texts, and reads each once.

    ``known`` are texts that were read before.
    """

    def __init__(
        self,
        embedder: Embedder,
        *,
        known: Mapping[str, NDArray[np.float16]] | None = None,
        most: int = 2 * KEPT,
    ) -> None:
        self._embedder, self._most = embedder, most
        self.known: dict[str, NDArray[np.float16]] = dict(known or {})

    @property
    def name(self) -> str:
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> Matrix:
        unread = [text for text in texts if text not in self.known]
        given = dict(zip(unread, self._embedder.embed(unread), strict=True)) if unread else {}
        rows = [given[text] if text in given else self.known[text] for text in texts]
        for text, row in given.items():
            if len(self.known) >= self._most:
                break
            self.known[text] = row.astype(np.float16)
        return np.array(rows, dtype=np.float32)


@dataclass(frozen=True, kw_only=True)
class Index:
    """The meaning of ideas: ``places`` (n, 3) holds row, start, end; ``vectors`` (n, d), norm 1.

    ``ideas`` is how many ideas the consultation has: above :data:`KEPT`, only some are searched.
    """

    places: NDArray[np.int64]
    vectors: NDArray[np.float16]
    ideas: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Characters ``start`` to ``end`` of the answer of ``row``; ``score`` is 0 to 1."""

    row: int
    start: int
    end: int
    score: float


def index_of(
    result: Result, answers: Sequence[Answer], known: Mapping[str, NDArray[np.float16]]
) -> Index:
    """The meaning of the ideas of ``result`` among the texts whose vector is known."""
    texts = {answer.row: answer.text for answer in answers}
    places = list(dict.fromkeys((i.row, i.start, i.end) for a in result.answers for i in a.ideas))
    read = [place for place in places if texts[place[0]][place[1] : place[2]] in known]
    kept = [read[i] for i in spread(len(read), KEPT)] if read else []
    vectors = [known[texts[row][start:end]] for row, start, end in kept]
    return Index(
        places=np.array(kept, dtype=np.int64).reshape(-1, 3),
        vectors=np.array(vectors, dtype=np.float16).reshape(len(kept), -1 if kept else 1),
        ideas=len(places),
    )


def by_meaning(index: Index, query: str, embedder: Embedder) -> tuple[Found, ...]:
    """Ideas that speak of what ``query`` says, the nearest first; at most :data:`MOST`."""
    if not len(index.places) or not query.strip():
        return ()
    scores = index.vectors.astype(np.float32) @ embedder.embed([query])[0]
    order = [i for i in np.argsort(-scores, kind="stable")[:MOST] if scores[i] >= LIKE]
    return tuple(
        Found(row=int(row), start=int(start), end=int(end), score=float(scores[i]))
        for i in order
        for row, start, end in [index.places[i]]
    )


def alike(index: Index, rows: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Row → those of ``rows`` whose ideas, taken together, mean nearly the same, nearest first."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(index.places[:, 0].tolist()):
        places[row].append(place)
    known = [row for row in rows if row in places]
    if len(known) < 2:
        return {}
    points = np.vstack(
        [index.vectors[places[row]].astype(np.float32).mean(axis=0) for row in known]
    )
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    found: dict[int, tuple[int, ...]] = {}
    for start in range(0, len(known), 1_024):
        scores = points[start : start + 1_024] @ points.T
        scores[np.arange(len(scores)), np.arange(start, start + len(scores))] = -1.0
        order = np.argsort(-scores, axis=1, kind="stable")[:, :BESIDE]
        for i, near in enumerate(order):
            found[known[start + i]] = tuple(known[j] for j in near if scores[i, j] >= NEAR)
    return found


def by_words(texts: Mapping[int, str], query: str) -> tuple[int, ...]:
    """Rows whose words hold all those of ``query``, whatever their endings, hidden data aside."""
    asked = {stem(word) for word in fold(query).split() if word not in STOP_WORDS}
    exact = f" {fold(query)} "
    if not exact.strip():
        return ()
    return tuple(
        row
        for row, text in texts.items()
        if _holds(fold(text), asked, exact) and _holds(fold(shown(text)), asked, exact)
    )


def _holds(flat: str, asked: set[str], exact: str) -> bool:
    if not asked:
        return exact in f" {flat} "
    return asked <= {stem(word) for word in flat.split()} or exact in f" {flat} "


def to_bytes(index: Index, **more: Any) -> bytes:
    """The index as a compressed file, with other arrays beside it."""
    out = io.BytesIO()
    np.savez_compressed(
        out, places=index.places, vectors=index.vectors, ideas=np.array(index.ideas), **more
    )
    return out.getvalue()


def from_bytes(data: bytes) -> tuple[Index, Mapping[str, NDArray[np.float32]]]:
    """The index that :func:`to_bytes` wrote, and the other arrays."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    index = Index(
        places=held.pop("places"), vectors=held.pop("vectors"), ideas=int(held.pop("ideas"))
    )
    return index, held
