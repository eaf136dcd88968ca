"""A negation, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule

_NEGATION = re.compile(
    r"\b(?:ne|n[’'])[ \u00a0]?(?:\w+[’']?[ \u00a0]?){1,3}?"
    r"\b(?:pas|plus|jamais|rien|aucune?|personne)\b",
    re.I,
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, _ in reading.found(_NEGATION):
        yield Hit(
            span=span, message="Phrase négative : dites ce qu’il faut faire, si c’est possible."
        )


RULE = Rule(
    name="negation",
    title="Phrase négative",
    reason="Une phrase positive se comprend plus vite.",
    reference="RLS 7.2 ; règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "une interdiction, un refus ou une dispense restent négatifs.",
)
