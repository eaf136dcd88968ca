"""A date written with digits only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rewrite.shapes import unify
from beffroi.clarity.rules.rule import Hit, Reading, Rule

_DATE = re.compile(
    r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:(?:19|20)\d{2}|\d{2})(?![\d/])"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_DATE):
        yield Hit(
            span=span,
            message="Date en chiffres : écrivez le mois en toutes lettres.",
            suggestion=new if (new := unify(match[0])[0]) != match[0] else "",
        )


RULE = Rule(
    name="date_en_chiffres",
    title="Date en chiffres",
    reason="« 3 avril 2026 » ne laisse aucun doute sur le mois.",
    reference="RLS 5.3",
    find=find,
)
