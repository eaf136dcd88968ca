"""Whether there is, or will soon be, work for the worker; without Django.

On SQLite the worker runs only while the instance is in use: it starts when a job waits, when
anybody writes anything (a sign-in: by the first request of work it is warm) or opens a page from
which work is asked (:mod:`beffroi_web.serving.wake`), and ends by itself after a long rest. On
PostgreSQL, where other machines may write, it always runs.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from beffroi.settings import Settings
from beffroi_web.database.current_sqlite import install
from beffroi_web.serving.wake import woken_at

UNFINISHED = "SELECT 1 FROM jobs_job WHERE state IN ('attente', 'en_cours') LIMIT 1"


class Watch:
    """Keeps one connection that only reads, and what it saw last."""

    def __init__(self, settings: Settings) -> None:
        self._home = settings.home
        self._woken_at = 0.0
        self._path: Path | None = None
        if not settings.database_url:
            self._path = settings.home / "beffroi.sqlite3"
        self._base: Any = None
        self._seen: int | None = None

    def work_expected(self) -> bool:
        """Asked only while the worker does not run."""
        if self._path is None or self._woken():
            return True
        install()
        import sqlite3

        try:
            if self._base is None:
                self._base = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)
            with closing(self._base.execute("PRAGMA data_version")) as rows:
                version = int(rows.fetchone()[0])
            changed, self._seen = self._seen not in (None, version), version
            with closing(self._base.execute(UNFINISHED)) as rows:
                return rows.fetchone() is not None or changed
        except sqlite3.Error:
            self._base = None
            return True  # when in doubt, the worker runs

    def _woken(self) -> bool:
        """Whether somebody opened such a page since the last look."""
        before, self._woken_at = self._woken_at, woken_at(self._home)
        return self._woken_at > before
