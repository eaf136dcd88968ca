from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import identifier
from privacy.tables import marked

ROWS = [
    "son badge, le ‹0733-C›",
    "passeport numéro ‹14 d f trois huit neuf deux›, perdu",
    "mon numéro d'inscription est ‹INS-45789›",
    "inscription 2026-2027 à l'école",
    "ma carte famille c'est ‹F20264›",
    "N° national d'électeur (NNE) : ‹315482907›",
    "Numéro unique ............ ‹0910 5260 1234 5678 90›",
    "dossier MDPH ‹75-124578›. Personne ne répond",
    "Patient ‹105257992› | ‹9010572683› | ‹59884865›",
    "Identifiant FranceConnect : ‹fc-8841207›",
    "un budget de 120000000 euros, SIREN 213500478",
    "numéro d'allocataire CAF : ‹1234567 A›",
    "allocataire n°‹1234567›",
    "N° fiscal : ‹12 34 567 890 123›",
    "passeport n° ‹12AB34567› délivré le 3 mai 2026",
    "CNI n° ‹880692310285›",
    "carte d'identité ‹X4RTBPFW4›",
    "matricule ‹004512›",
    "NEPH ‹123456789012›",
    "mon n° de demandeur d'emploi est le ‹1234567A›",
    "titre de séjour (n° ‹9912345678›)",
    "MDPH (dossier ‹75-2025-00412›)",
    "IP: ‹67475839483›, ID : ‹9384019284›, patiente n° ‹9750409278›",
    "n° MDPH : ‹2026-12345›",
    "NUR ‹035012345678910123›",
    "n° d'électeur ‹12345678›",
    "INE ‹123456789AB›",
    "arrêté n° 2026-118",
    "SIRET 21350047800019",
    "marché n° 2026 0123 45",
    "l'agent 2 du service",
    "le dossier du 12/03/2026",
    "la CAF verse 150 euros",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, identifier.find) == row
