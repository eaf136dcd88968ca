"""A person opens a page from which work is asked: the worker may start before the question comes.

A file is touched, which costs microseconds and writes nothing in the database. Without Django.
"""

from __future__ import annotations

import time
from pathlib import Path

#: Seconds during which a touch calls the worker.
FRESH = 60.0


def _file(home: Path) -> Path:
    return home / "reveil"


def wake(home: Path) -> None:
    """Say that somebody may soon ask for work."""
    _file(home).touch()


def woken_at(home: Path) -> float:
    """When somebody last did, if it was less than :data:`FRESH` seconds ago; else 0."""
    try:
        at = _file(home).stat().st_mtime
    except OSError:
        return 0.0
    return at if time.time() - at < FRESH else 0.0
