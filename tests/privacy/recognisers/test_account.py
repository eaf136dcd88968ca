from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import account
from privacy.tables import marked

ROWS = [
    "compte ‹ville-exemple.fr/u/jean.dpt› bloqué",
    "boîte à clés ‹2204›",
    "mon code en bas c'est ‹31 A 20›",
    "voir ville-exemple.fr/actualites/fete",
    "strava : ‹strava.com/athletes/jeanned› et ‹kaiz#1234›",
    "mon identifiant cest ‹fbah.famille78›, merci",
    "compte citoyen (login ‹zoe_p_1998›)",
    "mot de passe : ‹Lilas2024›",
    "digicode ‹1793B› puis sonner",
    "code porte ‹A7B21›",
    "le code civil, le code de 2019, mon compte est clos",
    "suivez ‹@jeanne_d› !",
    "‹https://www.facebook.com/jeanne.dupont›",
    "‹https://jeanne.over-blog.com/article›",
    "pseudo : ‹jeanne_35›",
    "voir https://www.service-public.fr/particuliers",
    "écrire à a@b.fr",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, account.find) == row
