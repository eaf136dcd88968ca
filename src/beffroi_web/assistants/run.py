"""One answer for an authority: its index, its model, its charter, and nothing of a page.

This is what the conversation, the public page, the gateway and the mailbox call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from beffroi.assistants import Assistant, Contact, Event, Turn, answer
from beffroi.assistants.small_index import index_of
from beffroi.drafting.types import DataClass
from beffroi.knowledge import Found, Index, Source
from beffroi.llm.types import ChatModel
from beffroi_web.assistants.available import shipped
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.knowledge import index
from beffroi_web.knowledge.models import Collection
from beffroi_web.llm.choose import policy_of


def events(
    question: str,
    assistant: Assistant,
    *,
    collectivite: Collectivite,
    collections: frozenset[str],
    model: ChatModel | None,
    history: Sequence[Turn] = (),
    attached: Sequence[Source] = (),
    data_class: DataClass = "personnelle",
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """The events of one answer. ``collections`` are those that whoever asks may read, as
    ``knowledge.visible.names`` gives them; those of the assistant narrow them. ``attached`` are
    documents for this answer only. A question may hold names: unless ``data_class`` says
    otherwise, they are masked before a model that is not of the house. ``stop`` is asked while
    the model writes. Raises what :func:`beffroi.assistants.answer` raises."""
    with _index(collectivite, attached) as found:
        yield from answer(
            question,
            index=found,
            assistant=named(assistant, collectivite),
            model=model,
            history=history,
            collections=collections,
            embedder=index.embedder(),
            policy=policy_of(collectivite),
            data_class=data_class,
            lists=lists_of(collectivite),
            stop=stop,
        )


def contact_of(assistant: Assistant, collectivite: Collectivite) -> Contact:
    """Whom to reach when nothing answers: the office that the authority wrote, else the authority
    itself. A shipped assistant speaks of a fictitious commune: its office is never given."""
    own = assistant.contact
    if assistant.name not in shipped() and any((own.office, own.telephone, own.email)):
        return own
    hours = " ; ".join(collectivite.hours.splitlines())
    return Contact(
        office=collectivite.name,
        telephone=collectivite.telephone,
        email=collectivite.email,
        hours=hours,
    )


def named(assistant: Assistant, collectivite: Collectivite) -> Assistant:
    """The assistant with its collections as the index names them, and its contact. A collection
    that is no more keeps its name, which opens nothing."""
    rows = Collection.objects.for_(collectivite).filter(name__in=assistant.collections)
    numbers = {row.name: str(row.pk) for row in rows}
    known = tuple(numbers.get(name, f"absente : {name}") for name in assistant.collections)
    return replace(assistant, collections=known, contact=contact_of(assistant, collectivite))


@contextmanager
def _index(collectivite: Collectivite, attached: Sequence[Source]) -> Iterator[Index]:
    """The index of the authority, with the documents of this answer in one that is erased."""
    house = index.of(collectivite)
    if not attached:
        yield house
        return
    with index_of(attached) as beside:
        yield Together(house, beside)


class Together:
    """Two indexes searched as one; the rights are those of the first, the second is open."""

    def __init__(self, house: Index, beside: Index) -> None:
        self._house, self._beside = house, beside

    def search(
        self, question: str, *, collections: frozenset[str] | None = None, limit: int = 5
    ) -> Found:
        first = self._house.search(question, collections=collections, limit=limit)
        second = self._beside.search(question, limit=limit)
        best = [found for found in (second, first) if found.answerable] or [second, first]
        hits = sorted((hit for found in best for hit in found.hits), key=lambda hit: -hit.score)
        return replace(
            best[0], hits=tuple(hits[:limit]), answerable=any(found.answerable for found in best)
        )

    def source(self, document_id: str) -> Source | None:
        return self._beside.source(document_id) or self._house.source(document_id)
