from __future__ import annotations

import pytest

from beffroi.clarity.rules.long_sentence import RULE
from clarity.rules.find import found

LONG = (
    "Le maire de la petite commune a décidé ce matin de fermer la salle des fêtes pour cause de "
    "travaux très urgents ici."
)
CASES: list[tuple[str, list[str]]] = [(LONG, [LONG]), ("Le maire ferme la salle.", [])]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected
