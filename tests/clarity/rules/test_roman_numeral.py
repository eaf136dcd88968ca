from __future__ import annotations

import pytest

from beffroi.clarity.rules.roman_numeral import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("Le titre IV et le XXe siècle.", ["IV", "XXe"]),
    ("Le titre 4 de Louis.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Le titre IV et le XXe siècle.", ["4", "20e"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
