from __future__ import annotations

import pytest

from beffroi.clarity.rules.spelled_number import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("Il reste douze places.", ["douze"]),
    ("Il reste vingt et un jours et deux cents places.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected


@pytest.mark.parametrize(("text", "expected"), [("Il reste douze places.", ["12"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text, "falc") == expected
