from __future__ import annotations

import pytest

from beffroi.clarity.rules.unexplained_acronym import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Le CCAS aide. Le CCAS répond.", ["CCAS"]),
    ("Le centre communal d’action sociale (CCAS) aide.", []),
    ("Max LEVITAN signe.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
