"""The meaning of many ideas at the price of few: each different text once, then by resemblance.

The encoder reads a few hundred short texts a second. Above ``READ`` different texts it reads that
many, evenly spread, and a linear model learned on them gives the meaning of the others from their
words: near enough to sort them, and a thousand times faster. Meanings are given part by part, so
that those of a million answers are never all in memory (512 numbers each).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from beffroi.consultation.terms import stems
from beffroi.consultation.vectors import Matrix, spread
from beffroi.embedding.types import Embedder

READ = 60_000
AT_ONCE = 4_096
WORD_AXES = 200


@dataclass(frozen=True, kw_only=True)
class Meanings:
    """What the encoder read, and how the rest is guessed (``words`` is ``None``: all was read)."""

    places: Mapping[str, int]
    read: Matrix
    words: Any = None
    axes: Any = None
    model: Any = None

    def of(self, texts: Sequence[str]) -> Matrix:
        """Shape (n, d), rows of norm 1, one a text among those that were learned."""
        found = np.fromiter((self.places.get(t, -1) for t in texts), np.int64, len(texts))
        rows = self.read[found]
        unknown = np.flatnonzero(found < 0)
        if len(unknown):
            rows[unknown] = self._guessed([texts[int(i)] for i in unknown])
        return rows

    def _guessed(self, texts: Sequence[str]) -> Matrix:
        rows = self.model.predict(self.axes.transform(self.words.transform(texts)))
        return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)


def meanings(
    texts: Sequence[str],
    embedder: Embedder,
    *,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Meanings:
    """The meanings of ``texts`` (one or more). ``told(done, total)`` follows the reading."""
    different = list(dict.fromkeys(texts))
    kept = [different[i] for i in spread(len(different), READ)]
    read = _read(kept, embedder, told)
    places = {text: place for place, text in enumerate(kept)}
    if len(kept) == len(different):
        return Meanings(places=places, read=read)
    return _learned(kept, places, read)


def _read(texts: Sequence[str], embedder: Embedder, told: Callable[[int, int], None]) -> Matrix:
    parts = []
    for start in range(0, len(texts), AT_ONCE):
        told(start, len(texts))
        parts.append(embedder.embed(texts[start : start + AT_ONCE]))
    return np.vstack(parts)


def _learned(texts: Sequence[str], places: Mapping[str, int], read: Matrix) -> Meanings:
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import Ridge

    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True, min_df=3, max_features=50_000)
    counted = words.fit_transform(texts)
    axes = TruncatedSVD(min(WORD_AXES, counted.shape[1] - 1), random_state=0).fit(counted)
    model = Ridge(alpha=1.0).fit(axes.transform(counted), read)
    return Meanings(places=places, read=read, words=words, axes=axes, model=model)
