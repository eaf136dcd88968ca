"""The end of a writing: the sentences joined, the whole checked, the provenance written down."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from beffroi.drafting.checks import CHECKS, check_all
from beffroi.drafting.result import Written, total_energy
from beffroi.drafting.sentence import Desk, UnitResult
from beffroi.drafting.steps import Steps, joined
from beffroi.drafting.types import Draft, Provenance, Strategy
from beffroi.findings import Check


def summed(steps: Steps, results: Sequence[UnitResult]) -> Written:
    """The results of all the units as one text, with what they took."""
    strategies: dict[Strategy, int] = {}
    for result in results:
        strategies[result.strategy] = strategies.get(result.strategy, 0) + 1
    assert sum(strategies.values()) == len(steps.units)
    used = [(hours, result.method) for result in results for hours in result.watt_hours]
    return Written(
        text=joined(steps.units, results),
        strategies=strategies,
        notices=steps.plan.notices,
        energy=total_energy(used),
    )


def concluded(
    steps: Steps,
    desk: Desk,
    written: Written,
    *,
    seconds: float,
    checks: Sequence[Check] = CHECKS,
) -> Draft:
    """What a model wrote, as a draft that took ``seconds``.

    The last check is of the whole text, whatever was checked on the way.
    """
    findings = check_all(steps.inputs.source, written.text, steps.context, checks=checks)
    kept_by_rule = set(written.strategies) <= {"origine", "plancher"}
    used = [(c.energy.watt_hours, c.energy.method) for c in written.completions]
    provenance = replace(
        provenance_of(steps),
        model=desk.model.info.name,
        model_place=desk.model.info.place,
        prompt=steps.modele.reference,
        seconds=seconds,
        energy=total_energy(used) if used else written.energy,
        masked=dict(desk.mask.counts),
    )
    notices = (*steps.notices, *written.notices)
    if kept_by_rule and sum(written.strategies.values()) == len(steps.units) > 1:
        notices = (
            "Aucune phrase n’a pu être rendue plus claire sans en changer le sens : "
            "le brouillon reprend l’original.",
            *notices,
        )
    return Draft(
        text=written.text,
        source=steps.inputs.source or steps.document,
        findings=findings,
        provenance=provenance,
        floor=set(written.strategies) == {"plancher"},
        strategies=dict(written.strategies),
        notices=notices,
    )


def provenance_of(steps: Steps) -> Provenance:
    """What is known of a draft before anything is written."""
    request, modele = steps.request, steps.modele
    return Provenance(
        modele=modele.name,
        modele_version=modele.version,
        created_at=datetime.now(UTC).replace(microsecond=0),
        source_name=request.source_name,
        source_sha256=hashlib.sha256(steps.inputs.source.encode("utf-8")).hexdigest(),
        author=request.author,
        collectivite=request.collectivite,
        options={name: choice.value for name, choice in steps.inputs.choices.items()},
    )
