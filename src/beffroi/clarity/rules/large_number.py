"""A number of 1,000 or more, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.profile import is_large
from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule

_NUMBER = re.compile(
    r"(?<![\d,./])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)|(?<![\d,./-])\d{4,}(?![\d/-])"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_NUMBER):
        if is_large(match[0]):
            yield Hit(
                span=span, message=f"« {match[0]} » est un grand nombre : aidez à se le figurer."
            )


RULE = Rule(
    name="grand_nombre",
    title="Grand nombre",
    reason="Au-dessus de 1 000, un nombre ne parle plus à tout le monde.",
    reference="RLS 5.2 ; règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "un montant ou un effectif exact ne s’arrondit pas.",
)
