"""A verb in the conditional, for FALC drafts."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import is_conditional, simple
from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule


def find(reading: Reading) -> Iterator[Hit]:
    for _, spans, low in reading.each():
        for span, word in zip(spans, low, strict=True):
            if is_conditional(simple(word)):
                yield Hit(span=span, message="Verbe au conditionnel : le présent est plus clair.")


RULE = Rule(
    name="conditionnel",
    title="Conditionnel",
    reason="Le conditionnel laisse un doute que le lecteur ne sait pas lever.",
    reference="RLS 7.1 ; règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "si la chose n’est pas sûre, le texte doit continuer à le dire.",
)
