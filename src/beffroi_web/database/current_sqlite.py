"""One SQLite library for the whole process, and a current one.

SQLite 3.7.0 to 3.51.2 have a defect of the write-ahead log (a checkpoint that meets a writer may
lose a page), and Debian 12 ships 3.40. ``pysqlite3`` carries a current one. Two SQLite libraries
in a process that open the same file release each other's POSIX locks (« How To Corrupt An SQLite
Database File », § 2.2): hence one library for all, by replacing the standard module.
"""

from __future__ import annotations

import sys


def install() -> None:
    """Make ``import sqlite3`` give ``pysqlite3`` wherever its SQLite is the newer one."""
    import sqlite3

    try:
        import pysqlite3
        from pysqlite3 import dbapi2
    except ImportError:  # a platform without a wheel keeps the SQLite of its Python
        return
    if pysqlite3.sqlite_version_info > sqlite3.sqlite_version_info:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = dbapi2
