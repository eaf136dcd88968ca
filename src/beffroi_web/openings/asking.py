"""A question of a program to the documents that its key may read. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django.db.models import Q

from beffroi.assistants import PLAIN, Answer, Answered
from beffroi.errors import PolicyRefused
from beffroi.knowledge import Hit
from beffroi.llm.types import ChatModel
from beffroi_web.assistants import run
from beffroi_web.clarifier.convert import finding_to_json
from beffroi_web.knowledge import index, visible
from beffroi_web.knowledge.models import Collection
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.openings import actions
from beffroi_web.openings.models import Key
from beffroi_web.public.answering import contact_of


def readable(key: Key) -> frozenset[str]:
    """The collections of the house, and those of the direction of the key, as the index names
    them."""
    shared = Q(house=True)
    if key.direction_id is not None:
        shared |= Q(direction_id=key.direction_id)
    return visible.names(Collection.objects.for_(key.collectivite).filter(shared))


def search(key: Key, question: str, *, limit: int) -> dict[str, Any]:
    found = index.of(key.collectivite).search(question, collections=readable(key), limit=limit)
    return {"answerable": found.answerable, "passages": [_passage(hit) for hit in found.hits]}


def _passage(hit: Hit) -> dict[str, Any]:
    return {
        "document": hit.source.title,
        "document_id": hit.source.id,
        "start": hit.passage.span.start,
        "end": hit.passage.span.end,
        "text": hit.passage.text,
        "score": round(hit.score, 4),
        "page": hit.passage.page,
        "url": hit.source.url,
    }


def ask(key: Key, question: str, *, without_model: bool) -> dict[str, Any]:
    """The answer with its passages. What a model outside this machine reads is masked by
    :func:`beffroi.assistants.answer`; a charter that refuses, or a model that fails, gives the
    documents' own words."""
    house = key.collectivite
    model = None if without_model else _allowed(key)
    events = run.events(
        question,
        replace(PLAIN, contact=contact_of(house)),
        collectivite=house,
        collections=readable(key),
        model=model,
        data_class=cast(Any, key.data_class),
    )
    answer = next(event.answer for event in events if isinstance(event, Answered))
    if answer.completion is not None and model is not None:
        actions.note(
            key, "modele.appel", {"modele": model.info.name[:200], "lieu": model.info.place}
        )
    return _row(answer)


def _allowed(key: Key) -> ChatModel | None:
    model = model_for(key.collectivite, owner=key.reference)
    try:
        if model is not None:
            policy_of(key.collectivite).check(cast(Any, key.data_class), model.info)
    except PolicyRefused:
        return None
    return model


def _row(answer: Answer) -> dict[str, Any]:
    return {
        "status": answer.status,
        "answer": answer.text,
        "citations": [
            {
                "document": cited.title,
                "document_id": cited.document_id,
                "start": cited.span.start,
                "end": cited.span.end,
                "text": cited.text,
            }
            for cited in answer.citations
        ],
        "nearest": [
            {"document": title, "document_id": identifier} for identifier, title in answer.nearest
        ],
        "findings": [finding_to_json(finding) for finding in answer.findings],
        "model": answer.completion.model if answer.completion else "",
    }
