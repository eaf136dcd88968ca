"""What a search shows: passages with the words found, and the place of each in its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from beffroi.knowledge import Hit, Understood
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge import index
from beffroi_web.knowledge.models import Collection, Document
from beffroi_web.knowledge.page import place
from beffroi_web.knowledge.visible import names

#: Passages shown by a search, and the share of the best score below which one is not shown.
MOST, NEAR = 8, 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A passage found. ``pieces`` are its words, ``True`` beside those that were looked for."""

    document: Document
    address: str
    headings: tuple[str, ...]
    page: int | None
    pieces: list[tuple[str, bool]]


def search(question: str, rows: QuerySet[Collection], collectivite: Collectivite) -> dict[str, Any]:
    """What the page of the search needs; only the collections of ``rows`` are looked into."""
    found = index.of(collectivite).search(question, collections=names(rows), limit=MOST)
    best = found.hits[0].score if found.hits else 0.0
    near = [hit for hit in found.hits if hit.score >= NEAR * best]
    return {
        "answerable": found.answerable,
        "understood": found.understood,
        "hits": shown(near, collectivite, marked(found.understood)),
    }


def shown(
    hits: Iterable[Hit], collectivite: Collectivite, looked_for: frozenset[str] = frozenset()
) -> list[Shown]:
    """The hits whose document is still there."""
    hits = list(hits)
    rows = documents_of([hit.source.id for hit in hits], collectivite)
    return [
        Shown(
            document=rows[hit.source.id],
            address=rows[hit.source.id].get_absolute_url()
            + place(hit.source.text, hit.passage.span),
            headings=hit.passage.heading_path,
            page=hit.passage.page,
            pieces=pieces(hit.passage.text, looked_for),
        )
        for hit in hits
        if hit.source.id in rows
    ]


def documents_of(keys: Iterable[str], collectivite: Collectivite) -> dict[str, Document]:
    """Key → row, without the texts."""
    rows = Document.objects.for_(collectivite).filter(key__in=list(keys))
    return {row.key: row for row in rows.defer("text").select_related("collection")}


def marked(understood: Understood) -> frozenset[str]:
    """The stems of the words that were looked for, synonyms included."""
    synonyms = (word for _, synonym in understood.expansions for word in synonym.split())
    words = [*understood.words, *synonyms]
    return frozenset(_stem(word) for word in words if len(word) > 2)


def pieces(text: str, looked_for: frozenset[str]) -> list[tuple[str, bool]]:
    """``text`` cut so that the words looked for stand apart; joined again it is ``text``."""
    from beffroi.french.words import words

    found, last = [], 0
    for span in words(text):
        if _stem(span.of(text)) in looked_for:
            found += [(text[last : span.start], False), (span.of(text), True)]
            last = span.end
    return [(piece, hit) for piece, hit in [*found, (text[last:], False)] if piece]


def _stem(word: str) -> str:
    from beffroi.fidelity.stems import stem
    from beffroi.french.flat import flat
    from beffroi.french.words import bare

    return stem(bare(flat(word)).lower())
