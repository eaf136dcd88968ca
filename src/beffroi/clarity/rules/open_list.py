"""« etc. » or an ellipsis: the reader must guess the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule

_OPEN = re.compile(r"\betc\b\.?|…|\.\.\.")


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_OPEN):
        yield Hit(
            span=span, message=f"« {match[0]} » laisse deviner la suite : donnez la liste entière."
        )


RULE = Rule(
    name="liste_ouverte",
    title="Liste inachevée",
    reason="Le lecteur ne sait pas si son cas en fait partie.",
    reference="RLS 4.2",
    find=find,
    caution=FIDELITY_FIRST + "si la liste est ouverte, dites « par exemple », sans rien inventer.",
)
