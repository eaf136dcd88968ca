"""The same work, one unit at a time: for a durable job that may be killed at any step.

    steps = plan_steps(request, modele)             # pure
    result = do_step(steps, index, model=…)         # one unit: idempotent, depends on nothing else
    draft = join_steps(steps, results)              # pure

:func:`beffroi.drafting.run` uses the same pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from beffroi.drafting import ask
from beffroi.drafting.checks import CHECKS
from beffroi.drafting.checks.coverage import check_coverage
from beffroi.drafting.choose import difficulty
from beffroi.drafting.context import check_context
from beffroi.drafting.floor.rewrite import rewrite_by_rule
from beffroi.drafting.inputs import Inputs, complete
from beffroi.drafting.masking import Clear, Mask, hidden, mask_texts
from beffroi.drafting.modele import Modele
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.sentence import Desk, UnitResult, keep, write
from beffroi.drafting.shorten import shortened
from beffroi.drafting.summary import summary_units
from beffroi.drafting.types import Request
from beffroi.drafting.units import Plan, Unit, plan_units
from beffroi.findings import Check, CheckContext
from beffroi.llm.types import ChatModel, Wait
from beffroi.privacy import NO_LISTS, Lists


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps:
    """A request ready to be written unit by unit. Making it again gives an equal one.

    ``notices`` say what a shorter version leaves out.
    """

    request: Request
    modele: Modele
    inputs: Inputs
    context: CheckContext
    plan: Plan
    notices: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The text that the person gave to work on."""
        item = self.modele.document_field
        return self.inputs.values[item.name] if item else self.inputs.source

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.plan.units


def plan_steps(request: Request, modele: Modele) -> Steps:
    """The units of ``request``. Raises :class:`beffroi.errors.InputError`. Pure."""
    given = complete(request, modele)
    context = check_context(modele, given, request)
    inputs, notices = shortened(modele, given, context)
    item = modele.document_field
    text = inputs.values[item.name] if item else inputs.source
    plan = summary_units(text, inputs) if modele.rules.kind == "summary" else plan_units(text)
    return Steps(
        request=request,
        modele=modele,
        inputs=inputs,
        context=context,
        plan=plan,
        notices=notices,
    )


def desk_for(
    steps: Steps,
    *,
    model: ChatModel,
    policy: Policy = DEFAULT_POLICY,
    checks: Sequence[Check] = CHECKS,
    stop: Callable[[], bool] = lambda: False,
    lists: Lists = NO_LISTS,
) -> Desk:
    """What every step of ``steps`` shares. Raises :class:`beffroi.errors.PolicyRefused`."""
    mask = mask_for(steps, model, policy, lists)
    return Desk(
        model=model,
        start=hidden(mask, ask.prefix(steps.modele, steps.inputs)),
        mask=mask,
        context=steps.context,
        checks=(*checks, check_coverage) if steps.modele.approach == "phrases" else checks,
        rewrite=rewrite_by_rule,
        stop=stop,
        measure=_words if steps.inputs.keeps == "essentiel" else difficulty,
    )


def _words(text: str) -> float:
    """Where brevity is asked, the shortest of the faithful ways wins."""
    return float(len(text.split()))


def mask_for(steps: Steps, model: ChatModel, policy: Policy, lists: Lists = NO_LISTS) -> Mask:
    """The mask that the policy asks for this model; ``lists``: whom to leave in clear, whom never.

    Raises :class:`PolicyRefused`.
    """
    request, info = steps.request, model.info
    policy.check(request.data_class, info)
    if not policy.masks(request.data_class, info, modele_allows=steps.modele.farthest_place):
        return Clear()
    texts = [steps.inputs.source, *steps.inputs.values.values()]
    said = [*texts, *(unit.text for unit in steps.units)]
    told = [message.content for message in ask.prefix(steps.modele, steps.inputs)]
    return mask_texts(said, beside=told, lists=lists)


def write_step(steps: Steps, index: int, desk: Desk) -> Iterator[str | Wait | UnitResult]:
    """Pieces of unit ``index`` as they come, then its :class:`UnitResult`."""
    unit = steps.units[index]
    if unit.rewrite:
        yield from write(unit, desk)
    else:
        yield keep(unit, desk.context)


def do_step(
    steps: Steps,
    index: int,
    *,
    model: ChatModel,
    policy: Policy = DEFAULT_POLICY,
    stop: Callable[[], bool] = lambda: False,
    lists: Lists = NO_LISTS,
) -> UnitResult:
    """Unit ``index`` written. Depends only on its arguments, so that it may be done again.

    Raises :class:`beffroi.errors.ModelError`, :class:`PolicyRefused` or :class:`Stopped`.
    """
    desk = desk_for(steps, model=model, policy=policy, stop=stop, lists=lists)
    return next(event for event in write_step(steps, index, desk) if isinstance(event, UnitResult))


def joined(units: Sequence[Unit], results: Sequence[UnitResult]) -> str:
    """The draft of the first ``len(results)`` units, each after what separates it."""
    return "".join(
        separator(units, results[:index]) + result.text + unit.after
        for index, (unit, result) in enumerate(zip(units, results, strict=False))
    )


def separator(units: Sequence[Unit], results: Sequence[UnitResult]) -> str:
    """What stands between the last of ``results`` and the unit after it: no sentence goes on
    after the last item of a list that the rules made."""
    before = units[len(results)].before
    listed = bool(results) and "\n- " in results[-1].text
    return "\n\n" if listed and before == " " else before
