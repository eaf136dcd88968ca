from __future__ import annotations

import pytest

from beffroi.clarity.rules.open_list import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [("Gants, bottes, etc.", ["etc."]), ("Gants et bottes.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
