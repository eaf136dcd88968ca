"""How near two sentences are in sense, by the embedded encoder: asked only when a rule doubts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from beffroi.embedding.local import LocalEmbedder


def likeness(text: str, others: Iterable[str]) -> float:
    """The best cosine of ``text`` with one of ``others`` (0 when there is none)."""
    vectors = [_vector(other) for other in others if other.strip()]
    if not vectors or not text.strip():
        return 0.0
    return max(float(_vector(text) @ vector) for vector in vectors)


@cache
def _embedder() -> LocalEmbedder:
    return LocalEmbedder()


@lru_cache(maxsize=16384)
def _vector(text: str) -> NDArray[np.float32]:
    raw = np.asarray(_embedder().embed([text])[0], dtype=np.float32)
    norm = float(np.linalg.norm(raw))
    return raw / norm if norm else raw
