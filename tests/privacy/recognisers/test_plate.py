from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import plate
from privacy.tables import marked

ROWS = [
    "véhicule ‹AB-123-CD›",
    "‹ab-123-cd›, ‹ab 123 cd›, ‹AB123CD›",
    "la voiture immatriculée ‹123 abc 45›",
    "Clio ‹1234 VX 59›",
    "une longueur de 123 le matin",
    "le lot de 250 en vente",
    "article L 123 du code",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, plate.find) == row
