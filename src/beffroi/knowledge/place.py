"""Where the index of an instance lies, and how it is opened."""

from __future__ import annotations

from pathlib import Path

from beffroi.knowledge.index import EmbeddedIndex


def open_index(
    folder: Path | None = None, *, home: Path | None = None, processes: int = 1
) -> EmbeddedIndex:
    """The index in ``folder``; without it, ``index`` in ``home``, itself ``BEFFROI_HOME`` when
    not given. ``processes`` share the encoding of many passages, one core each."""
    from beffroi.embedding.local import LocalEmbedder
    from beffroi.settings import load

    place = folder or (home or load().home) / "index"
    return EmbeddedIndex(place, embedder=LocalEmbedder(processes=processes))
