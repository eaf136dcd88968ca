"""Two negations in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule

_NEGATIONS = {"ne", "n", "ni", "sans", "aucun", "aucune", "nul", "nulle", "jamais"}
_PAIRS = {
    ("ne", "aucun"),
    ("ne", "aucune"),
    ("ne", "jamais"),
    ("ne", "nul"),
    ("ne", "nulle"),
    ("ne", "ni"),
}


def find(reading: Reading) -> Iterator[Hit]:
    for span, _, low in reading.each():
        heads = ["ne" if re.match(r"n[’']", word) else word for word in low]
        found = [word for word in heads if word in _NEGATIONS]
        if found.count("ne") > 1 or (
            "ne" in found and any(w not in {"ne", *_SECOND} for w in found)
        ):
            yield Hit(span=span, message="Deux négations dans la même phrase.")


#: Second halves of one and the same negation.
_SECOND = {second for _, second in _PAIRS}

RULE = Rule(
    name="double_negation",
    title="Double négation",
    reason="Deux négations s’annulent, et le lecteur s’y perd.",
    reference="RLS 7.2",
    find=find,
    severity="a_verifier",
    caution=FIDELITY_FIRST + "vérifiez que la phrase affirmative dit exactement la même chose.",
)
