from __future__ import annotations

import pytest

from beffroi.clarity.rules.inline_enumeration import RULE
from clarity.rules.find import found

LONG = (
    "Le dossier comprend le plan, le devis, la notice, les photos, la lettre et une copie de la "
    "carte de la personne qui demande."
)
CASES: list[tuple[str, list[str]]] = [(LONG, [LONG]), ("Le plan, le devis et la lettre.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
