from __future__ import annotations

import pytest

from beffroi.clarity.rules.parenthesis import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    (
        "La salle (au fond de la cour derrière la grande porte verte) ferme.",
        ["(au fond de la cour derrière la grande porte verte)"],
    ),
    ("La salle (A) ferme.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
