from __future__ import annotations

import pytest

from beffroi.clarity.rules.long_paragraph import RULE
from clarity.rules.find import found

LONG = " ".join(["Le maire ferme la salle."] * 18)
CASES: list[tuple[str, list[str]]] = [
    (LONG, [LONG]),
    (f"{LONG}\n\nIl rouvre.", [LONG]),
    ("Le maire ferme la salle.\n\nIl rouvre demain.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
