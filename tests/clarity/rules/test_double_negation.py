from __future__ import annotations

import pytest

from beffroi.clarity.rules.double_negation import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Vous ne pouvez pas ne pas répondre.", ["Vous ne pouvez pas ne pas répondre."]),
    ("Il ne sort pas sans clé.", ["Il ne sort pas sans clé."]),
    ("Il ne sort jamais.", []),
    ("Il ne répond pas.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
