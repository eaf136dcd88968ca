from __future__ import annotations

import pytest

from beffroi.clarity.rules.negation import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Il ne faut pas entrer.", ["ne faut pas"]),
    ("Restez dehors.", []),
    ("Il n’y a aucun bus.", ["n’y a aucun"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
