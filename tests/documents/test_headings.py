from __future__ import annotations

import pytest

from beffroi.documents.headings import title_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Article 1", 4),
        ("ARTICLE 1er", 4),
        ("Article premier", 4),
        ("Article 2 : Horaires", 4),
        ("Article 2 – Durée des travaux", 4),
        ("Art. 2", None),
        ("TITRE II DISPOSITIONS GÉNÉRALES", 1),
        ("Chapitre 3 : Tarifs", 2),
        ("SECTION 1", 3),
        ("ANNEXE", 1),
        ("Annexe A", 1),
        ("Annexe 2 : plan", 1),
        ("Article 2 : Le stationnement est interdit rue Haute.", None),
        ("Article 3 du règlement", None),
        ("Article R. 417-10 du code de la route", None),
        ("Article L. 2213-2", None),
        ("article L2213-2", None),
        ("Titre de séjour", None),
        ("Titre d’identité", None),
        ("Section civile", None),
        ("Articles 3 et 4", None),
    ],
)
def test_titles_of_acts(text: str, level: int | None) -> None:
    assert title_level(text) == level
