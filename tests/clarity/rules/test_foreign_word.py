from __future__ import annotations

import pytest

from beffroi.clarity.rules.foreign_word import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Une newsletter, in fine.", ["newsletter", "in fine"]),
    ("Une lettre, enfin.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
