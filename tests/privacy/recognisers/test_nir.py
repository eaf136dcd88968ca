from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import nir
from privacy.tables import marked

ROWS = [
    "N° de sécurité soc : ‹2 61 11 75 115 004 -- 33›",
    "LECOMTE ‹2 0 8 5 5 0 6 8 4 3 6 1 8 2 5 4 0 5 0 8 2 0 0 2› 100 mg",
    "NIR ‹2 69 05 49 588 157 80›",
    "‹269054958815780›",
    "‹1 85 02 2A 004 123›",
    "‹1.85.02.2B.004.123.45›",
    "sécu : ‹1 85 13 75 004 123 99›",
    "n° de sécurité sociale 1850275004123".replace("1850275004123", "‹1850275004123›"),
    "‹7 85 02 75 004 123 45›",
    "SIRET 21350047800019",
    "article 12345",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, nir.find) == row
