from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import iban
from privacy.tables import marked

ROWS = [
    "IBAN : ‹FR76 3000 6000 0112 3456 7890 189›",
    "‹fr7630006000011234567890189›",
    "‹FR76-3000-6000-0112-3456-7890-189› et voilà",
    "‹FR12 3456 7890 1234 5678 9012 345›",
    "‹BE71 0961 2345 6769›",
    "‹DE89 3704 0044 0532 0130 00›",
    "RIB ‹30006 00001 12345678901 89›",
    "Délibération 2026-045 du 12 mai 2026",
    "Fr 2030 est un plan",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, iban.find) == row
