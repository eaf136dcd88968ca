from __future__ import annotations

import pytest

from beffroi.clarity.rules.leading_reference import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("Conformément à l’article 3 du code, il paie.", ["Conformément à l’article 3 du code"]),
    ("Il paie, selon l’article 3.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
