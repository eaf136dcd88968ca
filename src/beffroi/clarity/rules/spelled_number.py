"""A number written in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, Hit, Reading, Rule

_UNITS = {
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "cent": 100,
}
_SPELLED = re.compile(
    rf"(?<![-\w])(?:{'|'.join(_UNITS)})(?![-\w]"
    rf"|[ \u00a0](?:cents?|mille|et[ \u00a0]un|{'|'.join(_UNITS)})\b)"
)
_BEFORE = re.compile(r"(?:cents?|mille|vingt|soixante)[ \u00a0-]$")


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_SPELLED):
        if not _BEFORE.search(reading.text[: span.start]):
            yield Hit(
                span=span, message="Nombre en toutes lettres.", suggestion=str(_UNITS[match[0]])
            )


RULE = Rule(
    name="nombre_en_lettres",
    title="Nombre en lettres",
    reason="Un chiffre se repère d’un coup d’œil.",
    reference="RLS 5.1",
    find=find,
    audiences=FALC_ONLY,
)
