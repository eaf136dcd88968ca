from __future__ import annotations

import pytest

from beffroi.clarity.rules.rare_word import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Cette occurrence synallagmatique est nulle.", ["synallagmatique"]),
    ("La maison est belle.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
