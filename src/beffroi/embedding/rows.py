"""What every embedder does with its rows: norm 1, and one rule for an empty text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from beffroi.errors import ModelGarbled

Rows = NDArray[np.float32]


def unit(rows: Rows) -> Rows:
    """The rows divided by their norm; one whose norm is 0 becomes the row of an empty text.

    Raises ``ModelGarbled`` for a value that is not a number.
    """
    if not np.isfinite(rows).all():
        raise ModelGarbled("Les vecteurs reçus sont illisibles.", detail="not finite")
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    whole: Rows = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
    whole[norms[:, 0] == 0, 0] = 1.0
    return whole


def embedded(texts: Sequence[str], width: int, embed: Callable[[list[str]], Rows]) -> Rows:
    """``embed`` of the texts that are not empty, and the row of an empty text for the others."""
    full = [place for place, text in enumerate(texts) if text.strip()]
    rows = np.zeros((len(texts), width), dtype=np.float32)
    if full:
        rows[full] = embed([texts[place] for place in full])
    return unit(rows)
