"""What the job of an answer writes, as it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from beffroi.assistants import Answer, Assistant, Sentence
from beffroi.knowledge import Hit
from beffroi_web.assistants import convert
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.assistants.own import reference
from beffroi_web.clarifier.actions import searchable
from beffroi_web.journal import actions as journal


def forget_answer(turn: Turn) -> None:
    """Begin the answer afresh: a process died in the middle of it."""
    turn.passages, turn.sentences, turn.answer = None, [], None
    turn.save(update_fields=["passages", "sentences", "answer"])


def store_passages(turn: Turn, hits: Iterable[Hit]) -> None:
    turn.passages = convert.hits_to_json(hits)
    turn.save(update_fields=["passages"])


def store_sentence(turn: Turn, sentence: Sentence) -> None:
    turn.sentences = [*turn.sentences, convert.sentence_to_json(sentence)]
    turn.save(update_fields=["sentences"])


def store_answer(turn: Turn, answer: Answer, *, assistant: Assistant, place: str) -> None:
    """The whole answer, with what it cost; the journal says which model, not what was said."""
    turn.answer, turn.reference = convert.answer_to_json(answer), assistant.reference
    completion = answer.completion
    details: dict[str, Any] = {"statut": answer.status}
    if completion is not None:
        turn.model, turn.place, turn.seconds = completion.model, place, completion.seconds
        turn.energy = completion.energy.watt_hours
        turn.energy_method = completion.energy.method
        details |= {"modele": completion.model, "lieu": place}
    conversation = turn.conversation
    with transaction.atomic():
        turn.save()
        fresh = Conversation.objects.for_(conversation.collectivite_id)
        fresh = fresh.select_for_update().get(pk=conversation.pk)
        fresh.found = f"{fresh.found} {searchable(answer.text)}"
        fresh.save(update_fields=["found"])
        act = "modele.appel" if completion is not None else "assistant.reponse"
        journal.write(
            conversation.collectivite, conversation.owner, act, reference(conversation), details
        )
