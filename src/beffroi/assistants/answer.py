"""One question, from the rules that come first to the answer with its passages.

danger → orders given to the machine → subjects not treated → search → passages → wording → checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from beffroi.assistants.answerable import with_full_matches
from beffroi.assistants.ask import kept_turns, prefix
from beffroi.assistants.assistant import PLAIN, Assistant
from beffroi.assistants.dated import old_passages, past_deadlines
from beffroi.assistants.disputed import disputed
from beffroi.assistants.follow import completed, leans
from beffroi.assistants.nameless import nameless
from beffroi.assistants.quoted import quoted_answer
from beffroi.assistants.safe_passages import without_orders
from beffroi.assistants.triage import Admitted, triaged
from beffroi.assistants.types import (
    Answer,
    Answered,
    Event,
    Passages,
    Piece,
    Sentence,
    Turn,
)
from beffroi.assistants.worded import Desk, worded
from beffroi.drafting.masking import Clear, Mask, mask_texts
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.types import DataClass
from beffroi.embedding.types import Embedder
from beffroi.errors import BeffroiError, EmptyText, ModelError, PolicyRefused
from beffroi.findings import Finding
from beffroi.knowledge import Found, Index
from beffroi.llm.types import ChatModel
from beffroi.privacy import NO_LISTS, Lists

#: Passages shown beside an answer.
SHOWN = 5
IF_DANGER = (
    "Si quelqu’un est en danger, appelez le 112 (ou le 15, le 17, le 18\N{NO-BREAK SPACE}; "
    "le 114 par SMS)."
)


@dataclass(frozen=True, kw_only=True)
class _Call:
    question: str
    index: Index
    assistant: Assistant
    model: ChatModel | None
    history: Sequence[Turn]
    collections: frozenset[str] | None
    today: date
    embedder: Embedder
    policy: Policy
    data_class: DataClass
    lists: Lists
    stop: Callable[[], bool]


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
    policy: Policy = DEFAULT_POLICY,
    data_class: DataClass = "interne",
    lists: Lists = NO_LISTS,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Events of one answer: :class:`Passages` first (unless the question stops at a rule), a
    :class:`Piece` a sentence, then :class:`Answered`, always the last.

    ``collections`` are those the person may read (``None``: all); those of ``assistant`` narrow
    them. ``history`` is the conversation before, the oldest first. ``today`` dates the remarks on
    old documents (``None``: the day of the machine). ``embedder`` hears distress and judges
    meaning (``None``: the one of this machine). ``policy``, ``data_class`` and ``lists`` decide
    what is masked before ``model``, as in :func:`beffroi.drafting.run`.

    A failure of the model, or a refusal of the policy, gives the answer without a model and a
    finding. Raises :class:`EmptyText` for a blank question, before any event, and
    :class:`beffroi.errors.Stopped` when ``stop()`` turns true while the model writes; closing the
    generator stops the model too.
    """
    if not question.strip():
        raise EmptyText("La question est vide.", next_step="Écrivez votre question.")
    return _events(
        _Call(
            question=question,
            index=index,
            assistant=assistant,
            model=model,
            history=history,
            collections=_readable(assistant, collections),
            today=today or date.today(),
            embedder=embedder or _own_embedder(),
            policy=policy,
            data_class=data_class,
            lists=lists,
            stop=stop,
        )
    )


def _own_embedder() -> Embedder:
    from beffroi.embedding.local import LocalEmbedder

    return LocalEmbedder()


def _readable(assistant: Assistant, allowed: frozenset[str] | None) -> frozenset[str] | None:
    own = frozenset(assistant.collections)
    if not own:
        return allowed
    return own if allowed is None else own & allowed


def _events(call: _Call) -> Iterator[Event]:
    admitted = triaged(call.question, call.assistant, call.embedder)
    if not isinstance(admitted, Admitted):
        yield from _said(admitted)
        return
    asked = completed(admitted.question, call.history)
    found = call.index.search(nameless(asked), collections=call.collections, limit=SHOWN)
    safe = without_orders(with_full_matches(found))
    if admitted.doubt is not None and not safe.found.answerable:
        yield from _said(admitted.doubt)
        return
    yield Passages(hits=safe.found.hits)
    floor = quoted_answer(admitted.question, safe.found, contact=call.assistant.contact)
    floor = replace(floor, question=call.question)
    dated = (*old_passages(floor, safe.found, call.today), *past_deadlines(floor, call.today))
    floor = replace(floor, findings=(*admitted.findings, *safe.findings, *dated))
    if admitted.doubt is not None:
        floor = _with_numbers(floor)
    if call.model is None or floor.status != "repondu" or admitted.doubt is not None:
        yield from _said(disputed(floor, safe.found))
    else:
        yield from _with_model(call, call.model, asked, floor, safe.found)


def _with_numbers(floor: Answer) -> Answer:
    """The answer, after the numbers that count if someone is in danger after all."""
    first = Sentence(text=IF_DANGER)
    return replace(floor, text=f"{IF_DANGER}\n\n{floor.text}", sentences=(first, *floor.sentences))


def _with_model(
    call: _Call, model: ChatModel, asked: str, floor: Answer, found: Found
) -> Iterator[Event]:
    """The wording of ``model``; whatever happens to it, an answer ends the events."""
    turns, told = _turns(call, model)
    try:
        desk = Desk(
            assistant=call.assistant,
            model=model,
            mask=_mask(call, model, floor, turns),
            floor=floor,
            question=asked,
            turns=turns,
            embedder=call.embedder,
            stop=call.stop,
        )
        whole = yield from worded(desk)
    except (ModelError, PolicyRefused) as error:
        fallen = replace(floor, findings=(*floor.findings, _fallback(error)))
        yield from _said(disputed(fallen, found))
        return
    heard = len(whole.sentences) if any(not one.quoted for one in whole.sentences) else 0
    whole = disputed(replace(whole, findings=(*floor.findings, *told)), found)
    for sentence in whole.sentences[heard:]:
        yield Piece(sentence=sentence)
    yield Answered(answer=whole)


def _turns(call: _Call, model: ChatModel) -> tuple[tuple[Turn, ...], tuple[Finding, ...]]:
    """The exchanges that the model reads again: those of a question that leans on them."""
    if not call.history or not leans(call.question):
        return (), ()
    kept = kept_turns(call.history, context_tokens=model.info.context_tokens)
    dropped = len(call.history) - len(kept)
    if not dropped:
        return kept, ()
    told = Finding(
        type="conversation.debut_oublie",
        severity="information",
        title="Le début de la conversation n’est plus relu",
        message=f"Cette réponse ne tient pas compte des {dropped} premiers échanges"
        "\N{NO-BREAK SPACE}: la conversation est plus longue que ce que lit le modèle.",
    )
    return kept, (told,)


def _mask(call: _Call, model: ChatModel, floor: Answer, turns: Sequence[Turn]) -> Mask:
    """The mask that the policy asks for this model. Raises :class:`PolicyRefused`."""
    call.policy.check(call.data_class, model.info)
    allowed = call.assistant.farthest_place
    if not call.policy.masks(call.data_class, model.info, modele_allows=allowed):
        return Clear()
    said = [call.question, *(turn.question for turn in call.history)]
    said += [part for turn in turns for part in (turn.question, turn.answer)]
    said += [part for cited in floor.citations for part in (cited.title, cited.text)]
    told = [message.content for message in prefix(call.assistant)]
    return mask_texts(said, beside=told, lists=call.lists)


def _fallback(error: BeffroiError) -> Finding:
    return Finding(
        type="modele.repli",
        severity="information",
        title="Réponse faite sans modèle de langage",
        message=f"{error.message} Voici les passages qui répondent.",
    )


def _said(whole: Answer) -> Iterator[Event]:
    for sentence in whole.sentences:
        yield Piece(sentence=sentence)
    yield Answered(answer=whole)
