"""What the documents of an authority hold, and what a search finds in them. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from beffroi.findings import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A document as the index knows it. ``id`` is the caller's own (``document_id``) and is unique
    in an index; ``collection`` is the name that rights are given on; ``url`` is where a person
    reads the original, empty if nowhere; ``synonyms`` are other names people give its subject;
    ``summary`` says in a few sentences what the document is about when that is not in ``text``:
    it is searched, never quoted.
    """

    id: str
    title: str
    text: str
    collection: str = "documents"
    date: date | None = None
    url: str = ""
    synonyms: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Some sentences of a source: ``span`` locates them in ``Source.text``, ``text`` is exactly
    that substring. ``heading_path`` are the titles above, from the widest; ``page`` is 1-based."""

    document_id: str
    number: int
    span: Span
    text: str
    heading_path: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage that a search found. ``score`` is between 0 and 1, comparable between searches:
    how sure the ranker is that the passage helps to answer."""

    source: Source
    passage: Passage
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """How a question was read: ``words`` after spelling, ``corrections`` (written, read) and
    ``expansions`` (word, synonym) so that a page can say « Vous avez cherché aussi… »."""

    words: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    expansions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """``hits`` from the best, at most as many passages as asked, several of one source allowed.
    ``answerable`` is false when nothing found is near enough to be shown as an answer: ``hits``
    are then only the nearest titles. ``sources`` are the five nearest documents at most, from the
    best, each once, whatever ``limit`` was."""

    question: str
    understood: Understood
    hits: tuple[Hit, ...]
    answerable: bool
    sources: tuple[Source, ...] = ()


class Index(Protocol):
    """Documents that can be searched. Every adapter passes ``tests/contract/test_index.py``.

    ``collections`` are those the person may read, filtered before ranking; ``None`` is all of them
    (a single-user command). An empty set finds nothing.
    """

    def search(
        self, question: str, *, collections: frozenset[str] | None = None, limit: int = 5
    ) -> Found: ...

    def source(self, document_id: str) -> Source | None: ...
