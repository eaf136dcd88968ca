from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import email
from privacy.tables import marked

ROWS = [
    "‹lea[point]roux[arobase]sfr[point]fr›",
    "‹lea.@sfr.fr› et ‹jdupont [at] mairie-x [point] fr›",
    "Écrire à ‹jeanne.dupont@orange.fr›.",
    "mail:‹J.DUPONT+mairie@Ville-Rennes.FR›, merci",
    "‹jean.dupont arobase free point fr›",
    "‹jean.dupont [at] gmail.com› ou ‹paul(at)free.fr›",
    "‹jean.dupont @ orange.fr›",
    "‹rené.lévêque@mairie-saint-rémi.fr›",
    "‹jeanne_dupont@gmail,com›",
    "‹martin@localhost›",
    "Réunion @ 18 h, tarif @ 3 €",
    "Le signe arobase se tape avec Alt Gr.",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, email.find) == row
