"""A lock between processes that the system releases by itself when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

#: Seconds between two attempts.
PAUSE = 0.05


@contextlib.contextmanager
def held(path: Path, *, wait: float = 0.0) -> Iterator[bool]:
    """Hold the lock ``path`` inside the block; yields False when another holds it.

    ``wait``: seconds during which to try. The file stays: removing it would let two holders in.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _acquired(handle, wait)
    finally:
        os.close(handle)  # releases the lock


def is_free(path: Path) -> bool:
    """Nobody holds the lock ``path`` now."""
    if not path.exists():
        return True
    with held(path) as free:
        return free


def _acquired(handle: int, wait: float) -> bool:
    end = time.monotonic() + wait
    while not _try(handle):
        if time.monotonic() >= end:
            return False
        time.sleep(PAUSE)
    return True


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
