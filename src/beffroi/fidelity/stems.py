"""Stems of French words (Snowball), remembered."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word with its accents."""
    return str(_stemmer().stemWord(word))
