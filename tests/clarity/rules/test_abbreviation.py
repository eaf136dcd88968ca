from __future__ import annotations

import pytest

from beffroi.clarity.rules.abbreviation import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [("Cf. art. 3.", ["Cf.", "art."]), ("Voir article 3.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Voir art. 3.", ["article"])])
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
