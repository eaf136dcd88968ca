"""A Roman numeral."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule

_ROMAN = re.compile(r"\b(?=[IVXLC]{2})(X{0,3}(?:IX|IV|V?I{0,3}))(e|ème|er)?\b(?![.’'])")
_VALUES = {"I": 1, "V": 5, "X": 10}


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_ROMAN):
        if match[1]:
            yield Hit(
                span=span,
                message="Chiffre romain : beaucoup de lecteurs ne le déchiffrent pas.",
                suggestion=f"{_value(match[1])}{match[2] or ''}",
            )


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


RULE = Rule(
    name="chiffre_romain",
    title="Chiffre romain",
    reason="Les chiffres arabes se lisent sans calcul.",
    reference="RLS 5.1",
    find=find,
    caution=FIDELITY_FIRST + "le titre exact d’un texte de loi garde ses chiffres.",
)
