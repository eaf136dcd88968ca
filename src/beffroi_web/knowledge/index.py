"""The index of an authority: one folder each, so that a search never leaves it.

What is in the index can be made again from the database at any time (:func:`actions.mend`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from beffroi_web.collectivites.models import Collectivite

if TYPE_CHECKING:  # numpy and the engine are loaded at the first search, not with the site
    from beffroi.embedding import Embedder
    from beffroi.knowledge.index import EmbeddedIndex, Incoming

#: Authorities whose index stays open in a process.
OPEN = 16


def folder_of(collectivite: Collectivite) -> Path:
    home: Path = settings.BEFFROI.home
    return home / "index" / f"collectivite-{collectivite.pk}"


def of(collectivite: Collectivite) -> EmbeddedIndex:
    """The index to search, kept open between two questions."""
    return _opened(folder_of(collectivite))


@lru_cache(maxsize=OPEN)
def _opened(folder: Path) -> EmbeddedIndex:
    from beffroi.knowledge.index import EmbeddedIndex

    return EmbeddedIndex(folder, embedder=embedder())


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """The encoder of this process (about 35 MB, mapped once)."""
    from beffroi.embedding.local import LocalEmbedder

    return LocalEmbedder(processes=1)


def put(collectivite: Collectivite, documents: Sequence[Incoming]) -> dict[str, int]:
    """Write documents in place of those of the same id; id → how many passages."""
    of(collectivite).put(documents)
    return {item.source.id: len(item.passages) for item in documents}


def remove(collectivite: Collectivite, keys: Iterable[str]) -> None:
    """Erase documents for real; those that are not there are no matter."""
    of(collectivite).remove(keys)


def held(collectivite: Collectivite) -> frozenset[str]:
    """The documents that the index holds."""
    return frozenset(kept.id for kept in of(collectivite).kept())
