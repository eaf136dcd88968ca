"""Answering a question, shown as it comes; trying an assistant.

The job of an answer bears numbers only: what is said is written in the conversation, and is erased
with it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

from beffroi.assistants import Answered, Assistant, Passages, Piece
from beffroi.assistants.assistant import Trial
from beffroi.assistants.small_index import index_of
from beffroi.assistants.trials import try_one
from beffroi.errors import Stopped, UnknownName
from beffroi.knowledge import Index
from beffroi.llm.types import ChatModel, Wait
from beffroi_web.assistants import actions, answered, available, convert, run, writing
from beffroi_web.assistants.branches import branch
from beffroi_web.assistants.models import OwnAssistant, Turn
from beffroi_web.assistants.retention import forget
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.jobs.port import Context, handler
from beffroi_web.jobs.retention import daily
from beffroi_web.knowledge import visible
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.look.typography import counted

daily(forget)

SEARCHING, FOUND = "Recherche dans vos documents", "Passages trouvés, la réponse vient"


@handler(actions.ANSWERING, title="Répondre à une question")
def repondre(context: Context) -> int:
    """Answer one question; gives its number."""
    number: int = context.args["turn"]
    context.steps(1)
    return context.step("reponse", SEARCHING, lambda: _answered(context, number))


def _answered(context: Context, number: int) -> int:
    turn = _turn(number)
    answered.forget_answer(turn)
    conversation = turn.conversation
    owner, collectivite = conversation.owner, conversation.collectivite
    assistant = available.assistant_of(conversation)
    model = model_for(collectivite, owner=str(owner.pk))
    rows = visible.collections(owner, collectivite)
    past = [step.turn for step in branch(conversation.turns.all(), turn.parent_id)]
    events = run.events(
        turn.question,
        assistant,
        collectivite=collectivite,
        collections=visible.names(rows),
        model=model,
        history=convert.history_of(past) if turn.parent_id else [],
        attached=[convert.source_of(item) for item in conversation.attachments.all()],
        stop=lambda: context.stopping,
    )
    with closing(events):
        for event in events:
            match event:
                case Passages():
                    answered.store_passages(turn, event.hits)
                    context.progress(FOUND, 0, 1)
                case Piece(sentence=sentence, wait=wait):
                    if sentence is not None:
                        answered.store_sentence(turn, sentence)
                    context.progress(_waiting(wait), 0, 1)
                case Answered():
                    place = model.info.place if model is not None else ""
                    answered.store_answer(turn, event.answer, assistant=assistant, place=place)
    return number


def _waiting(wait: Wait | None) -> str:
    """« 2 demandes passent avant la vôtre », or that the answer is being written."""
    if wait is None or wait.position <= 1:
        return "Rédaction de la réponse"
    before = counted(wait.position - 1, "demande passe", "demandes passent")
    return f"{before} avant la vôtre"


def _turn(number: int) -> Turn:
    """The question; the person may have erased it since: the job stops then."""
    rows = Turn.objects.select_related("conversation__owner", "conversation__collectivite")
    found = rows.filter(pk=number).first()
    if found is None:
        raise Stopped
    return found


@handler(writing.TRYING, title="Essayer un assistant")
def essayer(context: Context) -> dict[str, Any]:
    """One step an essai and a way of answering. Gives the results, as the page shows them."""
    owner, collectivite = context.job.owner, context.job.collectivite
    assistant = available.available(owner, collectivite).get(context.args["assistant"])
    if assistant is None:
        raise UnknownName
    model = model_for(collectivite, owner=str(owner.pk))
    ways = [None, model] if model is not None else [None]
    context.steps(len(ways) * len(assistant.trials))
    assistant = replace(assistant, collections=())  # they answer from the texts of its folder
    with index_of(assistant.documents) as index:
        results = [
            _tried(context, assistant, trial, way, index)
            for trial in assistant.trials
            for way in ways
        ]
    context.record("resultat", lambda: _kept(context, assistant, results))
    held = sum(not result["manques"] and not result["laisse"] for result in results)
    return {"version": assistant.version, "essais": results, "reussis": held}


def _tried(
    context: Context, assistant: Assistant, trial: Trial, model: ChatModel | None, index: Index
) -> dict[str, Any]:
    with_model = model is not None

    def work() -> dict[str, Any]:
        house = context.job.collectivite
        found = try_one(
            assistant,
            trial,
            model=model,
            index=index,
            policy=policy_of(house),
            lists=lists_of(house),
        )
        return {
            "titre": trial.title,
            "avec_modele": with_model,
            "manques": list(found.failures),
            "laisse": found.skipped,
            "texte": found.answer.text if found.answer else "",
        }

    key = f"{trial.name}-{'avec' if with_model else 'sans'}"
    return context.step(key, f"Essai « {trial.title} »", work)


def _kept(context: Context, assistant: Assistant, results: list[dict[str, Any]]) -> bool:
    """Note them on the edition tried, when the assistant is of the authority."""
    rows = OwnAssistant.objects.for_(context.job.collectivite)
    row = rows.filter(name=assistant.name).first()
    if row is None:
        return False
    writing.keep_trial(row, assistant.version, results)
    return True
