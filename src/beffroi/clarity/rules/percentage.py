"""A percentage, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule

_PERCENTAGE = re.compile(r"\d+(?:,\d+)?[ \u00a0\u202f]?(?:%|pour cent\b)")


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_PERCENTAGE):
        yield Hit(
            span=span, message=f"« {match[0]} » : ajoutez une image, par exemple « la moitié »."
        )


RULE = Rule(
    name="pourcentage",
    title="Pourcentage",
    reason="Un pourcentage est difficile à se figurer.",
    reference="RLS 5.2 ; règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "le pourcentage exact reste, l’explication s’ajoute.",
)
