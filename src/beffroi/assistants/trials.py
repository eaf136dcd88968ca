"""The essais of an assistant: its own questions, over its own documents, with and without a model.

They run in one click and before an assistant is shared. « La même question, une autre personne »
is asked under each name: status, text and citations must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial

from beffroi.assistants.answer import answer
from beffroi.assistants.assistant import Assistant, Trial
from beffroi.assistants.assistant_read import PERSON
from beffroi.assistants.small_index import index_of
from beffroi.assistants.types import Answer, Answered, Event, Turn
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.errors import BeffroiError
from beffroi.french.flat import flat
from beffroi.knowledge import Index
from beffroi.llm.types import ChatModel
from beffroi.privacy import NO_LISTS, Lists


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialResult:
    """What became of one essai. ``failures`` in French, empty when all held; ``skipped`` says why
    it was not run. ``compared`` counts the persons whose answers were compared."""

    trial: Trial
    with_model: bool
    failures: tuple[str, ...]
    answer: Answer | None = None
    skipped: str = ""
    compared: int = 0

    @property
    def held(self) -> bool:
        return not self.failures


def try_assistant(
    assistant: Assistant, *, model: ChatModel | None = None, index: Index | None = None
) -> list[TrialResult]:
    """Every essai of ``assistant``, one result each, in order.

    ``index``: the documents to answer from (``None``: those of its folder).
    """
    with nullcontext(index) if index else index_of(assistant.documents) as own:
        results = [try_one(assistant, trial, model=model, index=own) for trial in assistant.trials]
    assert len(results) == len(assistant.trials)
    return results


def try_one(
    assistant: Assistant,
    trial: Trial,
    *,
    model: ChatModel | None,
    index: Index,
    policy: Policy = DEFAULT_POLICY,
    lists: Lists = NO_LISTS,
) -> TrialResult:
    """One essai. An error of the product is a failure of the essai, never an exception.

    ``policy`` and ``lists`` are those of :func:`beffroi.assistants.answer`.
    """
    if trial.expected.needs_model and model is None:
        return TrialResult(
            trial=trial, with_model=False, failures=(), skipped="demande un modèle de langage"
        )
    persons = trial.expected.same_for or ("",)
    ask = partial(answer, assistant=assistant, model=model, index=index, policy=policy, lists=lists)
    try:
        answers = [_asked(ask, trial, trial.question.replace(PERSON, person)) for person in persons]
    except BeffroiError as error:
        return TrialResult(trial=trial, with_model=model is not None, failures=(error.sentence,))
    told = failures(trial, answers[0]) + differences(persons, answers)
    return TrialResult(
        trial=trial,
        with_model=model is not None,
        failures=tuple(told),
        answer=answers[0],
        compared=len(trial.expected.same_for),
    )


def _asked(ask: Callable[..., Iterator[Event]], trial: Trial, question: str) -> Answer:
    history: list[Turn] = []
    for before in trial.before:
        history.append(Turn(question=before, answer=_whole(ask(before, history=history)).text))
    return _whole(ask(question, history=history))


def _whole(events: Iterator[Event]) -> Answer:
    return next(event.answer for event in events if isinstance(event, Answered))


def failures(trial: Trial, whole: Answer) -> list[str]:
    """What does not hold, in French."""
    wanted, text = trial.expected, _bare(whole.text)
    told = []
    if whole.status != wanted.status:
        told.append(f"a le statut « {whole.status} », attendu « {wanted.status} »")
    told += [f"ne dit pas « {words} »" for words in wanted.contains if _bare(words) not in text]
    told += [f"dit « {words} »" for words in wanted.silent_about if _bare(words) in text]
    cited = {one.document_id for one in whole.citations}
    told += [f"ne cite pas « {name} »" for name in wanted.cites if name not in cited]
    if wanted.max_characters is not None and len(whole.text) > wanted.max_characters:
        told.append(f"fait {len(whole.text)} caractères, au plus {wanted.max_characters}")
    if wanted.reading is not None:
        told += _too_hard(whole.text, wanted.reading)
    return told


def differences(persons: Sequence[str], answers: Sequence[Answer]) -> list[str]:
    """How the answers to the same question differ from one person to another."""
    first = _said(persons[0], answers[0])
    return [
        f"ne répond pas pareil pour « {person} » et pour « {persons[0]} »"
        for person, whole in zip(persons[1:], answers[1:], strict=True)
        if _said(person, whole) != first
    ]


def _said(person: str, whole: Answer) -> tuple[object, ...]:
    """What must be the same for everybody; a name that the answer repeats is put aside."""
    cited = tuple((one.document_id, one.span) for one in whole.citations)
    return whole.status, whole.text.replace(person, PERSON) if person else whole.text, cited


def _too_hard(text: str, least: int) -> list[str]:
    from beffroi.clarity import profile

    score = round(profile(text).value("kandel_moles"))
    return [f"a un score de lisibilité de {score}, au moins {least}"] if score < least else []


def _bare(text: str) -> str:
    """Lower case, plain apostrophes, single spaces."""
    return re.sub(r"\s+", " ", flat(text)).lower()


def summary(results: Sequence[TrialResult]) -> str:
    """One French line: how many held, failed, were left out, and how many persons compared."""
    left = sum(bool(result.skipped) for result in results)
    held = sum(result.held for result in results) - left
    failed = len(results) - held - left
    persons = sum(result.compared for result in results)
    parts = [f"{held} réussis", f"{failed} échoués"] + ([f"{left} laissés"] if left else [])
    same = f" ; même question comparée pour {persons} personnes" if persons else ""
    return f"{len(results)} essais : {', '.join(parts)}{same}."
