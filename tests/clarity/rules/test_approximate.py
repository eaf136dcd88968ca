from __future__ import annotations

import pytest

from beffroi.clarity.rules.approximate import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [("Environ dix jours.", ["Environ"]), ("Dix jours.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text, "falc") == expected
