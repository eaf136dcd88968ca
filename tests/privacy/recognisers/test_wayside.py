from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import wayside
from privacy.tables import marked

ROWS = [
    "c léo du ‹lieu-dit Kervao, au bout du chemin à droite après le four, Plougar›, bonjour",
    "‹Penn ar Vali, première maison après le pont›.",
    "j'habite ‹Ty Glas, près du silo›.",
    "Travaux au lieu-dit Kergoat, près de l'étang.",
    "Le pont, près de la gare, est fermé.",
    "Je l'ai vu, Éric, frapper sa femme.",
    "Salle des fêtes, derrière la mairie",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, wayside.find) == row
