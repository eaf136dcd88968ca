"""SQLite for many writers: each waits its turn in the kernel instead of knocking.

SQLite lets one writer in at a time; the others sleep up to 100 ms and try again, and whoever
sleeps at the wrong moments is refused after the whole timeout, however short each write is (seen
with fifty sign-ins at once). Here a writer first takes an advisory lock of the system on a file
beside the database: waiters are woken as soon as it is free, between threads and between
processes, and the death of a holder frees it. On Windows SQLite's own waiting remains.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.sqlite3 import base

WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.I)


class Turn:
    """The lock of one connection; taken once, however often it is asked for."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings  # the tests put another base in its place later
        self._handle: int | None = None

    def take(self) -> bool:
        """Wait for the turn; false when this connection has it already."""
        name = str(self._settings["NAME"])
        if self._handle is not None or "memory" in name.rsplit("/", 1)[-1]:
            return False
        if sys.platform == "win32":
            return False
        import fcntl

        handle = os.open(f"{name}-tour", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX)
        self._handle = handle
        return True

    def leave(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)  # frees the lock

    @contextmanager
    def one(self) -> Iterator[None]:
        """The turn for one statement."""
        mine = self.take()
        try:
            yield
        finally:
            if mine:
                self.leave()


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turn = Turn(self.settings_dict)

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=Cursor)
        cursor.turn = self.turn
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self.turn.take()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self.turn.leave()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()
        finally:
            self.turn.leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self.turn.leave()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self.turn.leave()


class Cursor(base.SQLiteCursorWrapper):
    """A write outside a transaction is a transaction of its own: it waits its turn too."""

    turn: Turn

    def execute(self, query: str, params: Any = None) -> Any:
        if not WRITES.match(query) or self.connection.in_transaction:
            return super().execute(query, params)
        with self.turn.one():
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        if not WRITES.match(query) or self.connection.in_transaction:
            return super().executemany(query, param_list)
        with self.turn.one():
            return super().executemany(query, param_list)
