from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import numbered
from privacy.tables import marked

ROWS = [
    "contrat MAIF ‹2 144 905 K›",
    "PDL ‹11 402 335 118 904›, relevé",
    "châssis ‹VF1BB05CF24345678›",
    "le numéro ‹sve-2026-00418-k› et le badge déchèterie ‹b-004771›",
    "pôle emploi, dossier n° ‹8845127 r› inscrit",
    "n° pré-demande ‹9213400539›",
    "enregistrée sous le numéro ‹SVE-2026-00418-K›, gardez-le",
    "numéro d'usager du portail : ‹PF-88214›",
    "Réf. client eau : ‹1048827-02›. Compteur n° ‹J17FA045512›.",
    "N° de contrat assainissement ‹ASS/2019/4471›",
    "Son n° d'agrément d'assistante maternelle est ‹AM 35-2017-118›.",
    "dossier logement ‹075-2024-11-00123-A›, demandeur",
    "badge déchèterie ‹B-004771› perdu",
    "ticket ‹INC-2026-4410› ouvert",
    "carte famille nombreuse ‹8F-772140›",
    "Numéro de police d'assurance : ‹AH 4478-11 C›",
    "j'ai porté plainte, procès-verbal n° ‹2026/004512›",
    "carte d'identité à renouveler : ‹t7x42fmc9›",
    "arrêté n° 2026-118, délibération n° 2026/0417, marché n° 20260123",
    "MA DEMANDE DU 15/04/2026, PERDU MON PASSEPORT LE 27/08/25",
    "bureau de vote n° 1204, code postal 35000, réponse n° 1180",
    "un budget de 120000000 euros, n° 12 rue des Lilas, ligne 4512",
    "le numéro 2026/41 du bulletin, un contrat de 12000 €",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, numbered.find) == row
