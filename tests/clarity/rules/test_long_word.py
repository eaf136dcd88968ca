from __future__ import annotations

import pytest

from beffroi.clarity.rules.long_word import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("L’administration municipale vérifie.", []),
    ("Une déshumidification utile.", ["déshumidification"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
