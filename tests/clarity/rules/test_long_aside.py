from __future__ import annotations

import pytest

from beffroi.clarity.rules.long_aside import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    (
        "Le maire, qui avait reçu la veille une délégation des parents, signe.",
        ["qui avait reçu la veille une délégation des parents"],
    ),
    ("Le maire, hier, signe.", []),
    (
        "Selon la loi, le stationnement de tout véhicule est interdit rue du Four, dès demain.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
