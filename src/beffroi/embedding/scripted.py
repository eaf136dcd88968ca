"""An embedder without a model, for tests and demonstrations: texts that share words are near."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from beffroi.embedding.rows import Rows, embedded

WIDTH = 64


class ScriptedEmbedder:
    """The same text gives the same row, on any machine. ``calls`` keeps what was asked."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []

    @property
    def name(self) -> str:
        return "scripted"

    def embed(self, texts: Sequence[str]) -> Rows:
        self.calls.append(tuple(texts))
        return embedded(texts, WIDTH, lambda full: np.stack([_row(text) for text in full]))


def _row(text: str) -> Rows:
    row = np.zeros(WIDTH, dtype=np.float32)
    for word in re.findall(r"\w+", text.lower()) or [text]:
        digest = hashlib.sha256(word.encode()).digest()
        row[digest[0] % WIDTH] += 1.0 if digest[1] % 2 else -1.0
    if not row.any():  # words that cancel each other
        row[hashlib.sha256(text.encode()).digest()[0] % WIDTH] = 1.0
    return row
