from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import phone
from privacy.tables import marked

ROWS = [
    "‹0 7 1 2 3 4 5 6 7 8›",
    "‹01 23 – 45 – 67 – 89›",
    "TEL ‹ZERO SEPT 45 45 12 60› MERCI",
    "relevé : 0 1 2 0 3 1 0 0 4 2 1 5",
    "‹zéro six trente-neuf quatre-vingt-dix-huit zéro deux onze›.",
    "son 06 : ‹06 xx 45 12 78›",
    "tel‹0612345678›merci",
    "joindre au‹06.98.43.40.20›",
    "Tél. : ‹06 12 34 56 78›",
    "‹0612345678›, ‹06.12.34.56.78›, ‹06-12-34-56-78›, ‹06/12/34/56/78›",
    "‹+33 6 12 34 56 78› ‹+33(0)6 12 34 56 78›, ‹0033612345678›",
    "‹0262 12 34 56› ‹0692 12 34 56› ‹+262 692 12 34 56›",
    "‹06 123 456 78›",
    "‹O6 12 34 56 78›",
    "portable ‹06 12 34 56 7›",
    "‹+32 475 12 34 56›",
    "joignable au ‹73389›",
    "tel ‹87 12 34 56›",
    "Arrêté n° 2026-0612 du 06/12/2026",
    "SIRET 213 500 478 00019",
    "La somme de 1 250 300 000 euros",
    "Composez le 15 ou le 3939.",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, phone.find) == row
