from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import gps
from privacy.tables import marked

ROWS = [
    "‹48.8566, 2.3522›",
    '‹48°51’24" N 2°21’07" E›',
    "latitude : ‹48.8566›",
    "de 12,50 à 13,75 euros",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, gps.find) == row
