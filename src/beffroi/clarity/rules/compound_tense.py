"""A pluperfect or future perfect, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.french.lexicon import lexicon

_AUXILIARY = re.compile(
    r"\b(?:(?:av|ét)(?:ais|ait|ions|iez|aient)|(?:au|se)r(?:ai|as|a|ons|ez|ont))[ \u00a0]"
    r"(?:\w+[ \u00a0])?(\w+)",
    re.I,
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_AUXILIARY):
        if match[0][:1].lower() != "s" and lexicon().participles.get(match[1].lower()):
            yield Hit(
                span=span, message="Temps composé : le présent ou le passé composé suffisent."
            )


RULE = Rule(
    name="temps_compose",
    title="Temps difficile",
    reason="Le plus-que-parfait et le futur antérieur demandent de reconstruire l’ordre des faits.",
    reference="RLS 7.1",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "l’ordre des faits et leurs dates ne changent pas.",
)
