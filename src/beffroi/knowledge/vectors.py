"""Rows of numbers in a file, read where they lie: row n of a table is n - 1 in the file.

float32, because numpy multiplies float16 fifteen times slower; the file is mapped, not loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

_BYTES = 4


class Vectors:
    """``width`` numbers a row. A row never written, or forgotten, is all zeros: like nothing."""

    def __init__(self, path: Path, width: int) -> None:
        self._path = path
        self._width = width

    def write(self, rows: Sequence[int], values: Rows) -> None:
        """Put ``values[i]`` at ``rows[i]`` (from 1)."""
        if not rows:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch()
        with self._path.open("r+b") as file:
            for row, value in zip(rows, np.asarray(values, dtype="<f4"), strict=True):
                file.seek((row - 1) * self._width * _BYTES)
                file.write(value.tobytes())

    def forget(self, rows: Sequence[int]) -> None:
        """Erase these rows: nothing of what they meant stays on the disk."""
        known = [row for row in rows if row <= self.count]
        self.write(known, np.zeros((len(known), self._width), dtype=np.float32))

    @property
    def count(self) -> int:
        if not self._path.is_file():
            return 0
        return self._path.stat().st_size // (self._width * _BYTES)

    def open(self) -> Rows:
        """All the rows as they are now, mapped for reading; (0, width) when there is none."""
        if not self.count:
            return np.zeros((0, self._width), dtype=np.float32)
        held = np.memmap(self._path, dtype="<f4", mode="r", shape=(self.count, self._width))
        return np.asarray(held)
