"""One question, from the rules that come first to the answer with its passages.

danger → orders given to the machine → subjects not treated → search → passages → wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from beffroi.assistants.assistant import PLAIN, Assistant
from beffroi.assistants.follow import completed
from beffroi.assistants.quoted import quoted_answer
from beffroi.assistants.safe_passages import without_orders
from beffroi.assistants.triage import Admitted, triaged
from beffroi.assistants.types import Answer, Answered, Event, Passages, Piece, Turn
from beffroi.embedding.types import Embedder
from beffroi.errors import EmptyText
from beffroi.knowledge import Index
from beffroi.llm.types import ChatModel

#: Passages shown beside an answer.
SHOWN = 5


def answer(
    question: str,
    *,
    index: Index,
    assistant: Assistant = PLAIN,
    model: ChatModel | None = None,
    history: Sequence[Turn] = (),
    collections: frozenset[str] | None = None,
    today: date | None = None,
    embedder: Embedder | None = None,
) -> Iterator[Event]:
    """Events of one answer: :class:`Passages` first (unless the question stops at a rule), a
    :class:`Piece` a sentence, then :class:`Answered`, always the last.

    ``collections`` are those the person may read (``None``: all); those of ``assistant`` narrow
    them. ``history`` is the conversation before, the oldest first. ``today`` dates the remarks on
    old documents (``None``: the day of the machine). ``embedder`` is the second line of the alarm
    (``None``: the one of this machine).

    Raises :class:`EmptyText` for a blank question, before any event.
    """
    if not question.strip():
        raise EmptyText("La question est vide.", next_step="Écrivez votre question.")
    return _events(question, index, assistant, history, _readable(assistant, collections), embedder)


def _readable(assistant: Assistant, allowed: frozenset[str] | None) -> frozenset[str] | None:
    own = frozenset(assistant.collections)
    if not own:
        return allowed
    return own if allowed is None else own & allowed


def _events(
    question: str,
    index: Index,
    assistant: Assistant,
    history: Sequence[Turn],
    collections: frozenset[str] | None,
    embedder: Embedder | None,
) -> Iterator[Event]:
    admitted = triaged(question, assistant, embedder)
    if not isinstance(admitted, Admitted):
        yield from _said(admitted)
        return
    asked = completed(admitted.question, history)
    found = without_orders(index.search(asked, collections=collections, limit=SHOWN))
    yield Passages(hits=found.found.hits)
    whole = quoted_answer(question, found.found, contact=assistant.contact)
    yield from _said(replace(whole, findings=(*admitted.findings, *found.findings)))


def _said(whole: Answer) -> Iterator[Event]:
    for sentence in whole.sentences:
        yield Piece(sentence=sentence)
    yield Answered(answer=whole)
