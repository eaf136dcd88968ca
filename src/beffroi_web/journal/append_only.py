"""The triggers that make the database refuse to rewrite the journal."""

from __future__ import annotations

from typing import Any

TABLE = "journal_entry"
REFUSAL = "le journal ne se reecrit pas"

SQLITE = [
    f"CREATE TRIGGER journal_no_{word.lower()} BEFORE {word} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for word in ("UPDATE", "DELETE")
]
SQLITE_UNDO = [f"DROP TRIGGER IF EXISTS journal_no_{word}" for word in ("update", "delete")]

POSTGRESQL = [
    f"CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    f"CREATE TRIGGER journal_no_rewrite BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
    f"CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
]
POSTGRESQL_UNDO = [
    f"DROP TRIGGER IF EXISTS journal_no_rewrite ON {TABLE}",
    f"DROP TRIGGER IF EXISTS journal_no_truncate ON {TABLE}",
]


def _run(editor: Any, sqlite: list[str], postgresql: list[str]) -> None:
    orders = sqlite if editor.connection.vendor == "sqlite" else postgresql
    with editor.connection.cursor() as cursor:
        for order in orders:
            cursor.execute(order)


def protect(apps: Any, editor: Any) -> None:
    _run(editor, SQLITE, POSTGRESQL)


def unprotect(apps: Any, editor: Any) -> None:
    _run(editor, SQLITE_UNDO, POSTGRESQL_UNDO)
