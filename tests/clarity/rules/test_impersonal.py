from __future__ import annotations

import pytest

from beffroi.clarity.rules.impersonal import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("Il appartient au demandeur de payer.", ["Il appartient au demandeur de payer"]),
    ("Le demandeur paie.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Il appartient au demandeur de payer.", ["Le demandeur doit payer"])]
)
def test_suggested(text: str, expected: list[str]) -> None:
    assert suggested(RULE, text) == expected
