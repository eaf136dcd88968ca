"""Duties, nouns of action, and the form of dates, hours and amounts."""

from __future__ import annotations

import pytest

from beffroi.clarity.rewrite.duties import state_duties
from beffroi.clarity.rewrite.nominal import denominalise
from beffroi.clarity.rewrite.shapes import unify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il appartient au demandeur de fournir un plan.", "Le demandeur doit fournir un plan."),
        ("Il incombe aux riverains d’ôter la neige.", "Les riverains doivent ôter la neige."),
        ("Il reviendra donc à la commune de payer.", "La commune devra donc payer."),
        ("S’il pleut, il appartient à M. Noir de fermer.", "S’il pleut, M. Noir doit fermer."),
        (
            "Il incombe aux élèves d’apporter un livre, de le lire et de rendre le devoir.",
            "Les élèves doivent apporter un livre, le lire et rendre le devoir.",
        ),
        ("Il revient au maire de signer et d’annuler.", "Le maire doit signer et annuler."),
        ("Il appartient au maire de défendre le droit de louer et de vendre.", None),
        ("Il appartient à la ville et au syndicat d’agir.", None),
        ("Il appartient au maire de Lyon.", None),
        ("Il revient à la commission, qui statue, de décider.", None),
    ],
)
def test_duties(text: str, expected: str | None) -> None:
    assert state_duties(text)[0] == (expected or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il procède à la vérification des comptes.", "Il vérifie les comptes."),
        ("Ils procèdent au contrôle de la chaudière.", "Ils contrôlent la chaudière."),
        ("Il faut procéder à l’enlèvement de son véhicule.", "Il faut enlever son véhicule."),
        ("La ville assurera l’entretien des voies.", "La ville entretiendra les voies."),
        ("un crédit pour la pose d’une clôture", "un crédit pour poser une clôture"),
        ("Il procède à la mise en place d’une déviation.", "Il met en place une déviation."),
        ("Il propose de procéder à l’élection des membres.", "Il propose d’élire les membres."),
        ("La ville assure l’entretien des voies et des parcs.", None),
        ("La ville assure l’entretien des voies et le balayage.", None),
        ("Il ne procède à la vérification de rien.", None),
        ("Le contrôle effectué par la ville.", None),
        ("Il procède à la vente de terrains.", None),
    ],
)
def test_denominalise(text: str, expected: str | None) -> None:
    assert denominalise(text)[0] == (expected or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 01/03/2026 à 8h30", "le 1er mars 2026 à 8 h 30"),
        ("le 1 mars et le 03 avril", "le 1er mars et le 3 avril"),
        ("le 11 mars et le 21 mars", "le 11 mars et le 21 mars"),
        ("de 8h à 9h, puis à 14H00.", "de 8 h à 9 h, puis à 14 h."),
        ("12.000 euros, 50€, 20,00 €", "12 000 €, 50 €, 20 €"),
        ("un total de 1.250.300 euros", "un total de 1 250 300 €"),
        ("deux (2) agents, trois pour cent", "2 agents, trois pour cent"),
        ("le 12/2026 et le lot 1/2", "le 12/2026 et le lot 1/2"),
    ],
)
def test_unify(text: str, expected: str) -> None:
    assert unify(text)[0] == expected
