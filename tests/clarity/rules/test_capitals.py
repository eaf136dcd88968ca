from __future__ import annotations

import pytest

from beffroi.clarity.rules.capitals import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    ("AVIS AUX HABITANTS DU BOURG", ["AVIS AUX HABITANTS DU BOURG"]),
    ("Avis de la SNCF.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
