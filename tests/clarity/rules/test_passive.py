from __future__ import annotations

import pytest

from beffroi.clarity.rules.passive import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("La demande est ensuite étudiée par le service.", ["est ensuite étudiée"]),
    ("Il est venu hier.", []),
    ("Les agents ont été convoqués.", ["été convoqués"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
