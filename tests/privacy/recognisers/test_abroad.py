from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import abroad
from privacy.tables import marked

ROWS = [
    "écrire à ‹Hauptstraße 12, 76829 Landau, Allemagne›.",
    "‹Rue de la Loi 16, 1000 Bruxelles, Belgique›",
    "‹Via Roma 12, 10121 Torino, Italie›",
    "‹12, Bahnhofstrasse, 8001 Zurich, Suisse›",
    "‹10 Downing Street, London SW1A 2AA, Royaume-Uni›",
    "‹Calle Mayor 4, 3º B, 28013 Madrid, Espagne›",
    "Réunion 12, le débat porte sur les transports et sur la Belgique",
    "Article 12, alinéa 3",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, abroad.find) == row
