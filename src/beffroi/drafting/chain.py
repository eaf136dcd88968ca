"""The chain: everything that a language model writes takes this way, and no other.

policy → mask → prompt → model → unmask → check → repair → draft. Without a model, or when it
fails, the floor is given instead, with one clear sentence: never an error, never an empty page.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace

from beffroi.drafting.checks import CHECKS, check_all
from beffroi.drafting.conclude import concluded, provenance_of, summed
from beffroi.drafting.floor.build import build_floor
from beffroi.drafting.modele import Modele
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.poster import write_poster
from beffroi.drafting.result import Written
from beffroi.drafting.sentence import Desk, UnitResult
from beffroi.drafting.steps import Steps, desk_for, joined, plan_steps, separator, write_step
from beffroi.drafting.types import (
    Done,
    Draft,
    Event,
    Piece,
    Progress,
    Replace,
    Request,
)
from beffroi.drafting.whole import goes_by_sentences, write_whole
from beffroi.errors import BeffroiError, ModelError, PolicyRefused, UnknownName
from beffroi.findings import Check
from beffroi.llm.types import ChatModel, Wait
from beffroi.privacy import NO_LISTS, Lists

_Said = str | Wait | Replace | Progress | Written


def run(
    request: Request,
    *,
    model: ChatModel | None,
    modeles: Mapping[str, Modele],
    policy: Policy = DEFAULT_POLICY,
    checks: Sequence[Check] = CHECKS,
    stop: Callable[[], bool] = lambda: False,
    lists: Lists = NO_LISTS,
) -> Iterator[Event]:
    """Events of one writing, the last one being :class:`Done`.

    ``lists`` are the collectivité’s: what its mask leaves in clear and what it always hides.

    Raises :class:`beffroi.errors.InputError` (before any event) when the request cannot be used,
    and :class:`beffroi.errors.Stopped` when ``stop()`` turns true; closing the generator stops
    the model too. A failure of the model, or a refusal of the policy, is not an error here: it
    gives the floor, the reason in ``notices`` and its code in ``provenance.failure``.
    """
    steps = plan_steps(request, find_modele(modeles, request.modele))
    if model is None:
        yield from _floor(steps, checks)
        return
    started = time.monotonic()
    try:
        desk = desk_for(steps, model=model, policy=policy, checks=checks, stop=stop, lists=lists)
        written = yield from _shown(_written(steps, desk))
    except (ModelError, PolicyRefused) as error:
        yield from _floor(steps, checks, error=error, attempted=model.info.name)
        return
    seconds = time.monotonic() - started
    yield Done(draft=concluded(steps, desk, written, seconds=seconds, checks=checks))


def find_modele(modeles: Mapping[str, Modele], name: str) -> Modele:
    """The modèle called ``name``. Raises :class:`UnknownName` with those that exist."""
    if name not in modeles:
        raise UnknownName(
            f"Aucun modèle ne s’appelle « {name} ».",
            next_step=f"Choisissez : {', '.join(sorted(modeles))}.",
        )
    return modeles[name]


def _written(steps: Steps, desk: Desk) -> Iterator[_Said]:
    """The way of writing that the modèle asks for, and that the model can."""
    if goes_by_sentences(steps, desk.model.info):
        return _by_sentences(steps, desk)
    return (
        write_poster(steps, desk) if steps.modele.approach == "champs" else write_whole(steps, desk)
    )


def _shown(said: Iterator[_Said]) -> Generator[Event, None, Written]:
    """What is said, as events; the text shown always ends as the text that is kept."""
    shown, written = "", None
    for item in said:
        if isinstance(item, Written):
            written = item
        elif isinstance(item, Wait):
            yield Progress(label=_turn(item), done=0, total=1)
        elif isinstance(item, Progress):
            yield item
        elif isinstance(item, Replace):
            shown = item.text
            yield item
        elif item:
            shown += item
            yield Piece(text=item)
    assert written is not None
    if shown != written.text:
        yield Replace(text=written.text)
    return written


def _by_sentences(steps: Steps, desk: Desk) -> Iterator[_Said]:
    results: list[UnitResult] = []
    done = ""
    total = len(steps.units)
    for unit in steps.units:
        yield Progress(label=f"Phrase {unit.index + 1} sur {total}", done=unit.index, total=total)
        gap = separator(steps.units, results)
        yield gap
        shown = done + gap
        for item in write_step(steps, unit.index, desk):
            if isinstance(item, UnitResult):
                results.append(item)
            else:
                shown += item if isinstance(item, str) else ""
                yield item
        done = joined(steps.units, results)
        if done.startswith(shown):
            yield done[len(shown) :]
        else:
            yield Replace(text=done)
    yield summed(steps, results)


def _floor(
    steps: Steps,
    checks: Sequence[Check],
    *,
    error: BeffroiError | None = None,
    attempted: str = "",
) -> Iterator[Event]:
    """What is given without a model; replaces whatever a failed model had begun to show."""
    yield Progress(label="Recherche des passages utiles", done=0, total=1)
    built = build_floor(steps.modele, steps.inputs)
    told = (*steps.notices, *built.notices)
    yield Piece(text=built.text) if error is None else Replace(text=built.text)
    reason = error.sentence if error else ""
    yield Done(
        draft=Draft(
            text=built.text,
            source=steps.inputs.source or steps.document,
            findings=check_all(steps.inputs.source, built.text, steps.context, checks=checks),
            provenance=replace(
                provenance_of(steps),
                fallback_reason=reason,
                failure=error.code if error else "",
                attempted=attempted,
            ),
            floor=True,
            strategies={"plancher": 1},
            notices=(reason, *told) if reason else told,
        )
    )


def _turn(wait: Wait) -> str:
    if wait.position <= 1:
        return "Votre texte est le prochain"
    return f"{wait.position - 1} textes passent avant le vôtre"
