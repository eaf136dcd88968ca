"""When and where, as exact spans."""

from __future__ import annotations

import pytest

from beffroi.drafting.floor.spans import when_spans, where_spans
from beffroi.findings import Span


def spans(text: str, find: object) -> list[str]:
    found = find(text, within=Span(start=0, end=len(text)))  # type: ignore[operator]
    return [span.of(text) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fermé du lundi 3 au vendredi 7 mars 2026 de 8 h à 17 h 30.",
            ["du lundi 3 au vendredi 7 mars 2026 de 8 h à 17 h 30"],
        ),
        ("À compter du 1er janvier 2026, la règle change.", ["À compter du 1er janvier 2026"]),
        ("Au plus tard le 15 juin 2026 inclus.", ["Au plus tard le 15 juin 2026 inclus"]),
        ("Ouvert le mardi et le jeudi de 9h à 12h.", ["le mardi et le jeudi de 9h à 12h"]),
        ("Marché tous les samedis, de 8 h à 13 h.", ["tous les samedis, de 8 h à 13 h"]),
        (
            "Le samedi 4 juillet 2026 à partir de 14 h.",
            ["Le samedi 4 juillet 2026 à partir de 14 h"],
        ),
        (
            "A compter du 10 juillet 2026 et jusqu'au 30 septembre 2026 inclus, c’est fermé.",
            ["A compter du 10 juillet 2026 et jusqu'au 30 septembre 2026 inclus"],
        ),
        ("C’est interdit entre 8 heures et 20 heures.", ["entre 8 heures et 20 heures"]),
        ("Vu la loi du 26 janvier 1984 modifiée.", []),
        ("Pendant trois jours, l’eau est coupée.", ["Pendant trois jours"]),
        ("Le tarif est de 12 euros.", []),
    ],
)
def test_when(text: str, expected: list[str]) -> None:
    assert spans(text, when_spans) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Interdit rue du Four, entre la rue de la Poste et la place de l’Église.",
            ["rue du Four, entre la rue de la Poste et la place de l’Église"],
        ),
        ("Rendez-vous 12 bis, rue Jean-Jaurès.", ["12 bis, rue Jean-Jaurès"]),
        (
            "Dans la salle des Fêtes et au stade Guy-Môquet.",
            ["salle des Fêtes", "stade Guy-Môquet"],
        ),
        ("Une déviation est mise en place par l’avenue de la Gare.", []),
        ("Sur la RD 943.", ["RD 943"]),
        ("La place occupée reste libre.", []),
    ],
)
def test_where(text: str, expected: list[str]) -> None:
    assert spans(text, where_spans) == expected
