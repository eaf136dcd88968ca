from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import address
from privacy.tables import marked

ROWS = [
    "‹1180 Route de Ferney, 1218 Le Grand-Saconnex, Suisse›, merci",
    "‹7 avenue Louise, B-1050 Bruxelles›",
    "‹Emplacement 3, aire des gens du voyage, route de Dole, 39100 Foucherans›",
    "‹c/o Foyer rural, 8 rue Haute, 09000 Foix›",
    "Domicile : ‹Chemin du Puits, lot. Belle-Vue n° 7, 97440 Saint-André›",
    "‹La Borie, en face du lavoir, 24200 Sarlat›",
    "née ‹au bourg, derrière la poste, 40120 Sarbazan›",
    "‹9 rue Haute, clés chez le voisin› – sans sel",
    "au ‹trente-quatre ter de la rue des saules deuxième étage porte droite›, merci",
    "à ‹6 rue du Lavoir›. Récompense",
    "point 14 502 338 205, rue Pasteur",
    "demeure,\n‹la haute métairie\n53200 château-gontier›",
    "‹17 pte rue des remparts 02000 laon›",
    "habite ‹Kergoat, 29190 Lothey›",
    "‹55 cours Gambetta, bât. B 2, 33000 Bordeaux›",
    "du ‹11 ch des Lilas 07100 Annonay› mon compteur",
    "À 3 h 40, rue Saint-Antoine",
    "parcelle BK 58, chemin des Vignes",
    "‹PK 14, route de Dégrad-des-Cannes, 97354 Rémire-Montjoly›",
    "‹14 rue Neuve, 12000 Rodez›,1988\nM.,Amsellem,‹Le Mas Viel, 12330 Marcillac-Vallon›",
    "notre adresse: ‹mas des oliviers, chemin de la garrigue, 30250 sommieres›. Merci",
    "intervention ‹bd carnot n°58 esc. 2›, fuite",
    "‹HLM Les Bleuets, tour 4, apt 87›, ascenseur",
    "la rue Pasteur est barrée du 3 au 7 mai",
    "passeport n° 03TL03456 le 3 mai, rue du Four",
    "Amsellem,‹Le Mas Viel, 12330 Marcillac-Vallon›",
    "19 juin ; ‹sept allée des Roses 77500 Chelles›",
    "‹12 rue des Lilas, 35000 Rennes›",
    "M. X, ‹12 bis, avenue du Général Leclerc 44000 NANTES CEDEX 2›.",
    "j'habite au ‹12 rue victor hugo 69100 villeurbanne› et mon voisin",
    "‹4 impasse des Tilleuls\n29200 BREST›",
    "‹Bât C, appt 12, Résidence Les Acacias, 35 av. Foch, 13090 Aix-en-Provence›",
    "demeurant ‹lieu-dit Kergoat, 29190 Pleyben›.",
    "au ‹3 rue du 8 mai 1945› depuis 2019",
    "‹294 RUE DE L'EGLISE, ESCALIER 2, 86000 POITIERS›, C'EST LOIN",
    "habite ‹RUE PASTEUR AU 17›, LA RAPPELER AU 0320112233 AVANT 17H",
    "habite ‹rue pasteur au 17› la joindre au 03 20 11 22 33",
    "‹12 bis rue des lilas apt 4 35140 saint aubin›",
    "‹5 place de la Mairie›",
    "La rue Victor-Hugo est fermée.",
    "rendez-vous place de la Mairie",
    "3 places de parking",
    "1 cours de piano",
    "en 2024 rue des Lilas",
    "L'école est avenue Jean Jaurès.",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, address.find) == row
