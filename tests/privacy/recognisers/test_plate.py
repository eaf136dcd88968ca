from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import plate
from privacy.tables import marked

ROWS = [
    "plaque ‹1-ABC-234›, immatriculé en Belgique ‹1-XYZ-987›",
    "vu la ‹4821 XB 33› hier",
    "‹W-123-AB› garée",
    "1200 EUR 75, 250 kg 12, en 2024 le RH 35",
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
