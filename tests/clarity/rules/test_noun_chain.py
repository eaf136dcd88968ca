from __future__ import annotations

import pytest

from beffroi.clarity.rules.noun_chain import RULE
from clarity.rules.find import found

CASES: list[tuple[str, list[str]]] = [
    (
        "Le plan de gestion de la zone de protection du site est prêt.",
        ["plan de gestion de la zone de protection du site"],
    ),
    ("Le plan de la ville.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
