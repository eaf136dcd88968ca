from __future__ import annotations

import pytest

from beffroi.clarity.rules.special_character import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Cris & chants et/ou danses.", ["&", "et/ou"]),
    ("Des cris et des chants.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
