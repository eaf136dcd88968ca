from __future__ import annotations

import pytest

from beffroi.clarity.rules.semicolon import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [("Il ferme ; il rouvre.", [";"]), ("- un ;\n- deux.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
