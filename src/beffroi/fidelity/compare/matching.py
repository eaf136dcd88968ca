"""Which facts of the source the draft says, and what remains on each side."""

from __future__ import annotations

from dataclasses import dataclass, field

from beffroi.fidelity.compare.otherwise import said_otherwise
from beffroi.fidelity.same import implied, same
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.types import Fact


@dataclass(slots=True)
class Matching:
    """Which source fact is said by which draft facts, and what remains on each side."""

    pairs: list[tuple[Fact, list[Fact]]] = field(default_factory=list)
    missing: list[Fact] = field(default_factory=list)
    extra: list[Fact] = field(default_factory=list)


def match_facts(sides: Sides) -> Matching:
    matching = Matching()
    for fact in sides.source.facts:
        twins = [other for other in sides.draft.facts if same(fact, other)]
        if twins:
            matching.pairs.append((fact, twins))
        elif not said_otherwise(fact, sides.draft):
            matching.missing.append(fact)
    matching.extra = [
        fact
        for fact in sides.draft.facts
        if not any(implied(fact, other) for other in sides.source.facts)
    ]
    return matching
