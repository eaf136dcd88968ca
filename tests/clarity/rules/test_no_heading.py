from __future__ import annotations

import pytest

from beffroi.clarity.rules.no_heading import RULE
from clarity.rules.find import found

LONG = " ".join(["Le maire ferme la salle."] * 50)
CASES: list[tuple[str, list[str]]] = [
    (LONG, ["Le maire ferme la salle."]),
    (f"La salle\n\n{LONG}", []),
    ("Le maire ferme la salle.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
