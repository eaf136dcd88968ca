from __future__ import annotations

import pytest

from beffroi.clarity.rules.third_person_reader import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [("Les usagers paient.", ["Les usagers"]), ("Vous payez.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
