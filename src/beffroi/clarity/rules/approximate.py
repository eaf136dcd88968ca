"""« environ » and the like, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule

_ABOUT = re.compile(
    r"\b(?:environ|approximativement|à peu près|aux alentours de|de l[’']ordre de)\b", re.I
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_ABOUT):
        yield Hit(
            span=span, message=f"« {match[0]} » : un nombre exact est plus clair, s’il existe."
        )


RULE = Rule(
    name="a_peu_pres",
    title="À-peu-près",
    reason="Un nombre flou inquiète ou trompe.",
    reference="Règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST
    + "si le texte dit « environ », retirer ce mot inventerait une précision.",
)
