"""The protocol of an embedder. No I/O here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray


@runtime_checkable
class Embedder(Protocol):
    """``embed`` takes n texts and gives an array (n, d) of float32 whose rows have norm 1.

    An empty text gives a row of zeros but for its first value, 1: rows always have norm 1.
    """

    @property
    def name(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]: ...
