"""What was deleted leaves the files too.

``secure_delete`` overwrites deleted rows in the database; the write-ahead log beside it still holds
the pages as they were, until it is written back and emptied.
"""

from __future__ import annotations

from django.db import connection

#: Milliseconds that readers under way are waited for; the next call does what this one could not.
PATIENCE = 1000


def settle() -> bool:
    """Write the log back into the database and empty it; whether it was done. Nothing to do on
    PostgreSQL, whose files are its own affair (``docs/administrateur/sauvegarder.md``)."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        waiting = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout={waiting}")
    return not busy
