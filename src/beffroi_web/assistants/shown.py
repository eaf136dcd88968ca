"""An answer made ready for the page: its sentences in paragraphs, its passages with their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from beffroi.assistants import Answer
from beffroi.findings import Span
from beffroi_web.assistants import convert
from beffroi_web.assistants.layout import Paragraph, laid_out
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.knowledge.models import Document
from beffroi_web.knowledge.page import place
from beffroi_web.knowledge.visible import collections


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A passage beside an answer. ``address`` is its place in the document, empty when the
    document is no more, or is no longer open to this person."""

    number: int
    title: str
    text: str
    headings: list[str]
    page: int | None
    address: str
    expired: bool


def answer_of(turn: Turn) -> Answer | None:
    return convert.answer_from(turn.answer) if turn.answer else None


def paragraphs(turn: Turn) -> list[Paragraph]:
    """What has been said so far: whole once the answer is there, and only then numbered, since
    the passages that it cites are then known."""
    answer = answer_of(turn)
    titles = [citation.title for citation in answer.citations] if answer else []
    sentences = turn.answer["sentences"] if turn.answer else turn.sentences
    return laid_out(sentences, titles, numbered=answer is not None)


def passages(turn: Turn) -> list[Passage]:
    """The passages cited; before the answer, those that were found."""
    answer = answer_of(turn)
    found: list[dict[str, Any]] = list(turn.passages or [])
    if answer is not None:
        found = [_cited(citation) for citation in turn.answer["citations"]]
    headings = {(item["document_id"], item["start"]): item for item in turn.passages or []}
    places = _Places(turn.conversation, [item["document_id"] for item in found])
    return [
        Passage(
            number=number,
            title=item["title"],
            text=item["text"],
            headings=headings.get((item["document_id"], item["start"]), {}).get("headings", []),
            page=item["page"],
            address=places.of(item["document_id"], item["start"], item["end"]),
            expired=places.expired(item["document_id"]),
        )
        for number, item in enumerate(found, start=1)
    ]


def _cited(citation: Mapping[str, Any]) -> dict[str, Any]:
    return {**citation, "start": citation["span"]["start"], "end": citation["span"]["end"]}


def nearest(turn: Turn) -> list[tuple[str, str]]:
    """Titles of the nearest documents when nothing answers, with their address."""
    answer = answer_of(turn)
    titles = answer.nearest if answer else ()
    places = _Places(turn.conversation, [key for key, _ in titles])
    return [(title, places.of(key, 0, 0)) for key, title in titles]


class _Places:
    """Where the documents of an answer are read, for the person whose conversation it is."""

    def __init__(self, conversation: Conversation, keys: Iterable[str]) -> None:
        owner, house = conversation.owner, conversation.collectivite
        rows = Document.objects.for_(house).filter(
            key__in=list(keys), collection__in=collections(owner, house)
        )
        self._documents = {row.key: row for row in rows}
        self._pieces = {piece.key: piece for piece in conversation.attachments.all()}
        self._conversation = conversation

    def of(self, key: str, start: int, end: int) -> str:
        if key in self._pieces:
            piece = self._pieces[key]
            base = reverse("assistants:piece", args=[self._conversation.pk, piece.pk])
            return base + _place(piece.text, start, end)
        row = self._documents.get(key)
        return row.get_absolute_url() + _place(row.text, start, end) if row else ""

    def expired(self, key: str) -> bool:
        return key in self._documents and self._documents[key].expired


def _place(text: str, start: int, end: int) -> str:
    return place(text, Span(start=start, end=end)) if start < end <= len(text) else ""
