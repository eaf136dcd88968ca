from __future__ import annotations

import pytest

from beffroi.privacy import detect
from privacy.tables import marked

ROWS = [
    # companies, by their ending, their trade or what they do
    "Groupement : Jardins Morel et Fils, Roux Frères, Menuiserie Leroux",
    "M. ‹Durand› et Fils. Mme ‹Durand› et Fils. Mme ‹Léa› Transports a rappelé",
    "Kalinka Handball, Bouygues Telecom et Biscuits Saint-Michel",
    "APF France handicap, UDAF de l'Yonne, McDonald's et Levi's",
    "Union sportive Pasteur, Les Amis de Jean Ferrat",
    "le Syndicat mixte Seine-Amont et le ‹Paul Nord›",
    # places
    "déposée à la gendarmerie de Rumilly",
    "la maison natale Paul-Cézanne, l'aire de jeux Marcel-Pagnol",
    "la maison de la justice Robert-Badinter",
    "jumelage avec Bad Homburg",
    "VU ‹MARTIN› ; IL EST TOMBÉ SUR SA FEMME",
    "vu ‹jean dupont› centre social Louise-Michel",
    # who is beside a place is still someone
    "l'école a prévenu ‹Marie-Laure›, la commune de ‹Martin›",
    "la ville de ‹Franck›",
]


@pytest.mark.parametrize("row", ROWS)
def test_an_organisation_or_a_place_is_nobody(row: str) -> None:
    assert marked(row, lambda text: [m for m in detect(text) if m.kind == "person"]) == row
