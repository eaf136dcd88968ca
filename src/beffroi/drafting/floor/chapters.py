"""A text that has its own headings keeps them: each sentence is reworded by rule in its place.

A sheet by questions helps with an act; a guide or a règlement that is already in chapters would
lose its order there, and what its sentences refer to.
"""

from __future__ import annotations

from collections.abc import Callable

from beffroi.drafting.floor.act import read_act
from beffroi.drafting.units import Plan, Unit, plan_units
from beffroi.french import capitalised

#: Headings from which a text is taken to be in chapters.
ENOUGH = 2


def in_chapters(text: str) -> bool:
    """Whether ``text`` is no act and has two headings of its own at least (« ## Titre »)."""
    act = read_act(text)
    if act.is_act or act.is_deliberation:
        return False
    marked = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    return len(marked) >= ENOUGH


def chapters_text(text: str, *, rewrite: Callable[[str], str]) -> Plan:
    """The units of ``text`` in its own order, each reworded; nothing is left out but visas."""
    plan = plan_units(text)
    units = tuple(_reworded(unit, rewrite) for unit in plan.units)
    return Plan(units=units, notices=plan.notices)


def joined(plan: Plan) -> str:
    """The text of a plan: each unit after what precedes it."""
    return "".join(f"{unit.before}{_begun(unit)}{unit.after}" for unit in plan.units)


def _begun(unit: Unit) -> str:
    """A paragraph begins with a capital; under « À noter » sources often forget it."""
    return capitalised(unit.text) if unit.before.endswith("\n\n") else unit.text


def _reworded(unit: Unit, rewrite: Callable[[str], str]) -> Unit:
    """A list item holds no list of its own: what a rule listed there goes on in the line."""
    if not unit.rewrite:
        return unit
    text = rewrite(unit.text)
    if unit.before.endswith("- "):
        text = text.replace("\n- ", " ")
    return Unit(
        index=unit.index,
        text=text,
        before=unit.before,
        span=unit.span,
        rewrite=unit.rewrite,
        after=unit.after,
    )
