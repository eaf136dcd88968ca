from __future__ import annotations

import pytest

from beffroi.clarity.rules.compound_tense import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Quand vous aurez payé, entrez.", ["aurez payé"]),
    ("Il avait déjà signé.", ["avait déjà signé"]),
    ("Vous avez payé.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
