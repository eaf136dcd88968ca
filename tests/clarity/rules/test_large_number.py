from __future__ import annotations

import pytest

from beffroi.clarity.rules.large_number import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Une aide de 12 000 € en 2026.", ["12 000"]),
    ("Une aide de 900 € au 35000 Rennes.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
