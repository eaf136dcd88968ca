from __future__ import annotations

import pytest

from beffroi.clarity.rules.many_subordinates import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    (
        "Le maire qui pense que la salle dont il parle ferme se trompe.",
        ["Le maire qui pense que la salle dont il parle ferme se trompe."],
    ),
    ("Le maire qui parle se trompe.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
