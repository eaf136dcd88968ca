from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import parcel
from privacy.tables import marked

ROWS = [
    "parcelle cadastrée ‹section ZK n° 114›",
    "terrain ‹C 458› ; un terrain de 450 m2",
    "parcelle cadastrée ‹AB 123›",
    "‹section ZC n° 45›",
    "cadastrée ‹section AB n° 12 et 13›",
    "la section locale",
    "parcelle de 300 m²",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, parcel.find) == row
