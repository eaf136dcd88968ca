"""A character that is not read aloud, for FALC drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule

_SPECIAL = re.compile(r"(?<![\w/:])[&#§*/|~^<>](?![/\d#])|\bet/ou\b")


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_SPECIAL):
        yield Hit(span=span, message=f"« {match[0]} » : écrivez-le en mots.")


RULE = Rule(
    name="caractere_special",
    title="Caractère spécial",
    reason="On ne sait pas toujours comment se lit un signe.",
    reference="RLS 5.4",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "« et/ou » ne devient ni « et » ni « ou » : dites les deux cas.",
)
