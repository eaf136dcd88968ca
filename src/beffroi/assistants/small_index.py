"""The documents of a folder, indexed for the time of its essais."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from beffroi.knowledge import EmbeddedIndex, Index, Source, incoming


@contextmanager
def index_of(documents: Sequence[Source]) -> Iterator[Index]:
    """An index of ``documents`` alone, the same as that of an authority; erased afterwards."""
    from beffroi.embedding.local import LocalEmbedder

    with TemporaryDirectory(prefix="beffroi-essais-") as folder:
        index = EmbeddedIndex(Path(folder), embedder=LocalEmbedder())
        index.put([incoming(document) for document in documents])
        yield index
