from __future__ import annotations

import pytest

from beffroi.clarity.rules.hour_shape import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("De 8h30 à 14H.", ["8h30", "14H"]),
    ("De 8 h 30 à 14 h.", []),
    ("À 12:30.", ["12:30"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("De 8h30 à 14H.", ["8 h 30", "14 h"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
