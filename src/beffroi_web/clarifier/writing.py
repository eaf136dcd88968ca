"""Writing a draft in a job, shown as it comes and kept step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from beffroi.drafting import Done, Event, Modele, Piece, Policy, Progress, Replace, run
from beffroi.drafting import Draft as Written
from beffroi.drafting.conclude import concluded, summed
from beffroi.drafting.sentence import Desk, UnitResult
from beffroi.drafting.steps import Steps, desk_for, joined, separator, write_step
from beffroi.errors import ModelError, PolicyRefused
from beffroi.llm.types import ChatModel
from beffroi.privacy import NO_LISTS, Lists
from beffroi_web.clarifier import convert
from beffroi_web.jobs.port import Context

READING = "Lecture du texte"


def by_sentences(
    context: Context,
    steps: Steps,
    model: ChatModel,
    policy: Policy,
    modeles: Mapping[str, Modele],
    *,
    lists: Lists = NO_LISTS,
) -> dict[str, Any]:
    """One step a sentence. A model that fails, at whatever sentence, gives the floor."""
    context.steps(len(steps.units) + 1)
    results: list[UnitResult] = []
    desk: Desk | None = None

    def ready() -> Desk:
        """Made once, and only when there is something to write or to conclude."""
        nonlocal desk
        desk = desk or desk_for(steps, model=model, policy=policy, lists=lists)
        return desk

    for unit in steps.units:
        label = f"Phrase {unit.index + 1} sur {len(steps.units)}"

        def write(index: int = unit.index) -> dict[str, Any]:
            return _sentence(context, steps, index, results, ready)

        said = context.step(f"phrase-{unit.index}", label, write)
        if "echec" in said:
            return _given_up(context, steps, said, modeles)
        results.append(UnitResult(**{**said, "watt_hours": tuple(said["watt_hours"])}))
    return context.step(
        "verification", "Vérification du texte entier", lambda: _finished(steps, results, ready())
    )


def _sentence(
    context: Context,
    steps: Steps,
    index: int,
    results: list[UnitResult],
    ready: Callable[[], Desk],
) -> dict[str, Any]:
    """One sentence, streamed; what the page shows is then exactly what is kept."""
    try:
        desk = ready()
        before = joined(steps.units, results)
        gap = separator(steps.units, results)
        shown = before + gap
        context.write(gap)
        for piece in write_step(steps, index, desk):
            if isinstance(piece, UnitResult):
                whole = joined(steps.units, [*results, piece])
                _settle(context, shown, whole)
                return asdict(piece)
            if isinstance(piece, str):
                context.write(piece)
                shown += piece
            context.check_stop()
    except (ModelError, PolicyRefused) as error:
        return {"echec": error.code, "phrase": error.sentence}
    raise AssertionError("a sentence ends with its result")


def _settle(context: Context, shown: str, whole: str) -> None:
    if whole.startswith(shown):
        context.write(whole[len(shown) :])
    else:
        context.replace(whole)


def _finished(steps: Steps, results: list[UnitResult], desk: Desk) -> dict[str, Any]:
    """The draft of all the sentences, checked as a whole."""
    seconds = sum(result.seconds for result in results)
    return convert.written_to_json(concluded(steps, desk, summed(steps, results), seconds=seconds))


def _given_up(
    context: Context, steps: Steps, said: Mapping[str, str], modeles: Mapping[str, Modele]
) -> dict[str, Any]:
    return context.step("plancher", READING, lambda: _floor(context, steps, said, modeles))


def _floor(
    context: Context, steps: Steps, said: Mapping[str, str], modeles: Mapping[str, Modele]
) -> dict[str, Any]:
    """What is given without a model, with the reason why."""
    context.replace("")
    draft = shown(context, run(steps.request, model=None, modeles=modeles))
    reason = {"fallback_reason": said["phrase"], "failure": said["echec"]}
    return convert.written_to_json(replace(draft, provenance=replace(draft.provenance, **reason)))


def shown(context: Context, events: Iterator[Event]) -> Written:
    """Send each event to the page; gives the draft of the last one."""
    for event in events:
        match event:
            case Progress():
                context.progress(event.label, event.done, event.total)
            case Piece():
                context.write(event.text)
            case Replace():
                context.replace(event.text)
            case Done():
                return event.draft
    raise AssertionError("the chain ends with Done")
