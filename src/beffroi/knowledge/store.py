"""The documents of an index and their passages, in one SQLite file: what the rest is made from.

A passage keeps its row number for life: it is its place among the vectors. A document that is
removed leaves its rows behind, unused, until the index is rebuilt.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beffroi.findings import Span
from beffroi.knowledge.acronyms import acronyms
from beffroi.knowledge.terms import tokens
from beffroi.knowledge.types import Passage, Source

FORMAT = 1

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
  row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  text TEXT NOT NULL, collection TEXT NOT NULL, date TEXT, url TEXT NOT NULL,
  synonyms TEXT NOT NULL, summary TEXT NOT NULL, origin TEXT NOT NULL, digest TEXT NOT NULL,
  about TEXT NOT NULL, terms TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_collection ON documents(collection);
CREATE TABLE IF NOT EXISTS passages (
  row INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, path TEXT NOT NULL, page INTEGER,
  terms TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_document ON passages(document);
CREATE TABLE IF NOT EXISTS acronyms (document INTEGER NOT NULL, said TEXT NOT NULL,
  meant TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS acronyms_document ON acronyms(document);
CREATE TABLE IF NOT EXISTS roots (root TEXT PRIMARY KEY, collection TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS forms (form TEXT PRIMARY KEY, documents INTEGER NOT NULL);
"""


_BY_ROW = """
SELECT p.row,p.document,d.id,p.number,p.start,p.stop,substr(d.text,p.start+1,p.stop-p.start),
  p.path,p.page,p.terms
FROM passages p JOIN documents d ON d.row=p.document
WHERE p.row IN (SELECT value FROM json_each(?)) ORDER BY p.row
"""
_BY_DOCUMENT = """
SELECT p.row,p.document,d.id,p.number,p.start,p.stop,substr(d.text,p.start+1,p.stop-p.start),
  p.path,p.page,p.terms
FROM passages p JOIN documents d ON d.row=p.document
WHERE p.document IN (SELECT value FROM json_each(?)) ORDER BY p.row
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A document as listed: where it came from (``origin``) and the sum of its content."""

    row: int
    id: str
    title: str
    collection: str
    date: date | None
    origin: str
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A passage with its rows and its search terms, separated by spaces."""

    row: int
    document: int
    passage: Passage
    terms: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """The stems of a document: those of what it is about, and all of them."""

    title: str
    synonyms: tuple[str, ...]
    about: frozenset[str]
    terms: frozenset[str]


class Store:
    """``path`` is made at the first writing. Every call opens its own connection: threads and
    processes may share the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=20)) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, kept when the block ends without an error."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=20)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA secure_delete=ON")
            connection.executescript(_SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield connection

    @property
    def exists(self) -> bool:
        return self._path.is_file()


def put(
    db: sqlite3.Connection,
    source: Source,
    *,
    origin: str,
    digest: str,
    about: str,
    terms: str,
) -> int:
    """Write a document in place of the one of the same id; its new row. ``about`` and ``terms``
    are the stems of what it is about and of all of it, separated by spaces."""
    drop(db, source.id)
    values = (
        source.id,
        source.title,
        source.text,
        source.collection,
        source.date.isoformat() if source.date else None,
        source.url,
        json.dumps(source.synonyms, ensure_ascii=False),
        source.summary,
        origin,
        digest,
        about,
        terms,
    )
    cursor = db.execute(
        "INSERT INTO documents(id,title,text,collection,date,url,synonyms,summary,origin,digest,"
        "about,terms) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        values,
    )
    _count_forms(db, source, 1)
    row = int(cursor.lastrowid or 0)
    db.executemany(
        "INSERT INTO acronyms(document,said,meant) VALUES (?,?,?)",
        [(row, said, meant) for said, meant in acronyms(f"{source.title}\n{source.text}")],
    )
    return row


def put_passage(db: sqlite3.Connection, document: int, passage: Passage, terms: str) -> int:
    cursor = db.execute(
        "INSERT INTO passages(document,number,start,stop,path,page,terms) VALUES (?,?,?,?,?,?,?)",
        (
            document,
            passage.number,
            passage.span.start,
            passage.span.end,
            json.dumps(passage.heading_path, ensure_ascii=False),
            passage.page,
            terms,
        ),
    )
    return int(cursor.lastrowid or 0)


def drop(db: sqlite3.Connection, document_id: str) -> bool:
    """Erase a document and its passages; whether it was there."""
    row = row_of(db, document_id)
    if row is None:
        return False
    found = (row,)
    _count_forms(db, sources(db, found)[found[0]], -1)
    db.execute("DELETE FROM passages WHERE document=?", found)
    db.execute("DELETE FROM acronyms WHERE document=?", found)
    db.execute("DELETE FROM documents WHERE row=?", found)
    return True


def row_of(db: sqlite3.Connection, document_id: str) -> int | None:
    found = db.execute("SELECT row FROM documents WHERE id=?", (document_id,)).fetchone()
    return int(found[0]) if found else None


def turn(db: sqlite3.Connection) -> int:
    """How many times the index was written."""
    found = db.execute("SELECT value FROM meta WHERE name='turn'").fetchone()
    return int(found[0]) if found else 0


def next_turn(db: sqlite3.Connection) -> int:
    value = turn(db) + 1
    db.execute("INSERT OR REPLACE INTO meta(name,value) VALUES ('turn',?)", (str(value),))
    return value


def forms(db: sqlite3.Connection) -> dict[str, int]:
    """Every word of the documents, folded, and in how many documents it stands."""
    return dict(db.execute("SELECT form,documents FROM forms WHERE documents>0"))


def count(db: sqlite3.Connection) -> int:
    """How many documents are held."""
    return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])


def remember(db: sqlite3.Connection, root: str, collection: str) -> None:
    db.execute("INSERT OR REPLACE INTO roots(root,collection) VALUES (?,?)", (root, collection))


def forget_root(db: sqlite3.Connection, root: str) -> None:
    db.execute("DELETE FROM roots WHERE root=?", (root,))


def roots(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """The places that documents were taken from, with their collection."""
    return list(db.execute("SELECT root,collection FROM roots ORDER BY root"))


def explained(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """The acronyms that the documents explain, with their words."""
    return list(db.execute("SELECT DISTINCT said,meant FROM acronyms ORDER BY said,meant"))


def outlines(db: sqlite3.Connection, rows: Iterable[int]) -> dict[int, Outline]:
    """What is compared of these documents before reading them."""
    found: dict[int, Outline] = {}
    for some in _some(list(rows)):
        for row, title, synonyms, about, terms in db.execute(
            "SELECT row,title,synonyms,about,terms FROM documents"
            " WHERE row IN (SELECT value FROM json_each(?))",
            (json.dumps(some),),
        ):
            found[row] = Outline(
                title=title,
                synonyms=tuple(json.loads(synonyms)),
                about=frozenset(about.split()),
                terms=frozenset(terms.split()),
            )
    return found


def owners(db: sqlite3.Connection) -> list[tuple[int, int, str]]:
    """(row of a passage, row of its document, collection), in order."""
    return list(
        db.execute(
            "SELECT p.row,p.document,d.collection FROM passages p"
            " JOIN documents d ON d.row=p.document ORDER BY p.row"
        )
    )


def _count_forms(db: sqlite3.Connection, source: Source, by: int) -> None:
    words = set(tokens(" ".join((source.title, source.text, source.summary, *source.synonyms))))
    db.executemany(
        "INSERT INTO forms(form,documents) VALUES (?,?)"
        " ON CONFLICT(form) DO UPDATE SET documents=documents+excluded.documents",
        [(word, by) for word in words],
    )


def documents(db: sqlite3.Connection, *, collection: str | None = None) -> list[Kept]:
    """The documents in the order they came, of one collection or of all."""
    query = "SELECT row,id,title,collection,date,origin,digest FROM documents"
    where, values = ("", ()) if collection is None else (" WHERE collection=?", (collection,))
    return [
        Kept(
            row=row,
            id=id_,
            title=title,
            collection=coll,
            date=date.fromisoformat(day) if day else None,
            origin=origin,
            digest=digest,
        )
        for row, id_, title, coll, day, origin, digest in db.execute(
            f"{query}{where} ORDER BY row",
            values,
        )
    ]


def sources(db: sqlite3.Connection, rows: Iterable[int]) -> dict[int, Source]:
    """The documents of these rows that are still there."""
    found: dict[int, Source] = {}
    for some in _some(list(rows)):
        for row, *values in db.execute(
            "SELECT row,id,title,text,collection,date,url,synonyms,summary FROM documents"
            " WHERE row IN (SELECT value FROM json_each(?))",
            (json.dumps(some),),
        ):
            found[row] = _source(values)
    return found


def source(db: sqlite3.Connection, document_id: str) -> Source | None:
    row = row_of(db, document_id)
    return None if row is None else sources(db, (row,))[row]


def passages(
    db: sqlite3.Connection, *, rows: Sequence[int] = (), of: Sequence[int] = ()
) -> list[Row]:
    """The passages of these ``rows``, or all those ``of`` these documents, in reading order."""
    found: list[Row] = []
    for query, wanted in ((_BY_ROW, rows), (_BY_DOCUMENT, of)):
        for some in _some(list(wanted)):
            found.extend(_row(values) for values in db.execute(query, (json.dumps(some),)))
    return found


def _some(rows: list[int], size: int = 500) -> Iterator[list[int]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _source(values: Sequence[str | None]) -> Source:
    id_, title, text, collection, day, url, synonyms, summary = values
    return Source(
        id=id_ or "",
        title=title or "",
        text=text or "",
        collection=collection or "",
        date=date.fromisoformat(day) if day else None,
        url=url or "",
        synonyms=tuple(json.loads(synonyms or "[]")),
        summary=summary or "",
    )


def _row(values: Sequence[object]) -> Row:
    row, document, id_, number, start, stop, text, path, page, terms = values
    return Row(
        row=int(str(row)),
        document=int(str(document)),
        passage=Passage(
            document_id=str(id_),
            number=int(str(number)),
            span=Span(start=int(str(start)), end=int(str(stop))),
            text=str(text),
            heading_path=tuple(json.loads(str(path))),
            page=None if page is None else int(str(page)),
        ),
        terms=str(terms),
    )
