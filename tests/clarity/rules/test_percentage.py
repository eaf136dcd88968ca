from __future__ import annotations

import pytest

from beffroi.clarity.rules.percentage import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Le taux est de 3,5 % ici.", ["3,5 %"]),
    ("Trois sur dix.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
