from __future__ import annotations

import pytest

from beffroi.clarity.rules.administrative_word import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("Nonobstant l’avis, il signe.", ["Nonobstant"]),
    ("Malgré l’avis, il signe.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Nonobstant l’avis, il signe.", ["Malgré"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
