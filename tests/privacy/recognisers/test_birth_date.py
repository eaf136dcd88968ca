from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import birth_date
from privacy.tables import marked

ROWS = [
    "est née le ‹19/11›, c'est le ‹14/02/1999› ma date de naissance",
    "Sexe : F / ‹14 02 1999› / Pontoise, né(e) : ‹12-MAR-1985›",
    "née le lundi ‹3 mars 1980›",
    "est né ce matin Aaron, ‹19/11/2026›, 3,2 kg",
    "il ne répond pas depuis le 3 mai 2026",
    "naissance : Lyon 3e, le ‹5 juin 1971›",
    "né vers ‹1961›, trouvé sans papiers",
    "Date et lieu : ‹24 décembre 1962› à Oran",
    "elle va sur ses 80 ans (‹11/12/1946›)",
    "née le ‹30 du mois d'août 1952›",
    "Né : ‹14 1 1988›",
    "Né en ‹mars 85›",
    "né à la maison le ‹3 de mars 2022›",
    "né à Thiers (63) le ‹9 Octobre 1951›",
    "DDN enfant 1 : ‹12.12.19› / DDN enfant 2 : ‹30.01.22›",
    "anniversaire de Papi Georges le ‹8 juin› : 100 ans",
    "NE(E) ‹020914› A NICE",
    "Mme Okafor – F – ‹04-11-82› – nigériane",
    "Née le : ‹jour 07 mois 03 année 1958›",
    "il a eu 18 ans le ‹4 mars› dernier",
    "D.N. ‹11.09.1977›",
    "né un ‹29 février 1988›",
    "Anniv de Monique : ‹23/06› (elle est née en ‹44›)",
    "née le ‹12, Mai 1973›",
    "Leur fille Martine naît en ‹1950›",
    "Date et lieu de naaisssance : ‹19/10/1971›, Braga",
    "DUMONT\n‹1 2 0 5 1 9 5 0›",
    "mise au monde le ‹15|10|1960›, Patient | F | ‹10/05/1986› | vu le 12/03/2024",
    "né(e) le ‹12 03 56›, née le ‹3.4.61›",
    "né le ‹12/03/1985› à Lyon",
    "Née à Brest le ‹3 mai 1962›",
    "NE(E) LE : ‹01.02.1990›",
    "Date de naissance : ‹1990-02-01›",
    "naissance ‹12/03/85›, rdv le 12/03/2026",
    "nee en ‹1962›",
    "âgée de 42 ans (‹12/03/1984›)",
    "ddn ‹12031985›",
    "né le ‹premier janvier mille neuf cent soixante›",
    "La réunion du 12/03/2026 est reportée au 3 mai 2026.",
    "Acte de naissance délivré le 3 mai 2026",
    "Âgé de 42 ans",
    "Mme Dupont, née Martin le ‹3 mai 1962›",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, birth_date.find) == row
