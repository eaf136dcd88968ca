from __future__ import annotations

import pytest

from beffroi.clarity.rules.action_noun import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Il procède à la vérification des comptes.", ["procède à la vérification des comptes"]),
    ("Il vérifie les comptes.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
