"""The sheets of ``../shared/data`` in an index of their own, with vectors remembered."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beffroi.embedding.local import LocalEmbedder
from beffroi.knowledge import EmbeddedIndex, Source, incoming
from beffroi.knowledge.gather.jsonl import source_of

SHEETS = Path("../shared/data/plain_language/service_public/fiches_communes.jsonl")
WORK = Path("var/evals/knowledge")


class RememberingEmbedder:
    """The embedded encoder; what it said once is read from ``folder`` the next time."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "vectors.npz"
        self._known: dict[str, NDArray[np.float32]] = {}
        if self._path.is_file():
            held = np.load(self._path)
            self._known = dict(zip(held["keys"].tolist(), held["rows"], strict=True))
        self._encoder = LocalEmbedder()

    @property
    def name(self) -> str:
        return self._encoder.name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            rows = self._encoder.embed(list(new.values()))
            self._known.update(zip(new, rows, strict=True))
        return np.stack([self._known[key] for key in keys])

    def save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            self._path, keys=np.array(list(self._known)), rows=np.stack(list(self._known.values()))
        )


def sources() -> list[Source]:
    if not SHEETS.exists():
        sys.exit(f"Données absentes : {SHEETS}")
    with SHEETS.open(encoding="utf-8") as lines:
        return [source_of(json.loads(line)) for line in lines]


def index(folder: Path = WORK) -> tuple[EmbeddedIndex, RememberingEmbedder]:
    """The sheets indexed anew, as the code is now."""
    embedder = RememberingEmbedder(folder)
    made = EmbeddedIndex(folder / "index", embedder=embedder)
    made.remove(kept.id for kept in made.kept())
    made.put(incoming(source) for source in sources())
    embedder.save()
    return made, embedder
