from __future__ import annotations

import pytest

from beffroi.clarity.rules.numeric_date import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("Le 03/04/2026 à midi.", ["03/04/2026"]),
    ("Le 3 avril 2026, lot 3/4.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Le 01/04/2026.", ["1er avril 2026"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
