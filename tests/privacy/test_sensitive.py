from __future__ import annotations

import pytest

from beffroi.privacy.sensitive import sensitive

ROWS = [
    ("Son mari a un cancer.", "sante"),
    ("Léo est diabétique.", "sante"),
    ("Il est suivi au CMP.", "sante"),
    ("Elle perçoit l'AAH depuis 2019.", "handicap"),
    ("Il milite, il est encarté depuis dix ans.", "opinion"),
    ("Elle demande un repas halal.", "religion"),
    ("Il est délégué syndical.", "syndicat"),
    ("Il se dit homosexuel.", "sexualite"),
    ("Il sort de prison.", "infraction"),
    ("Elle a trois impayés et une procédure d'expulsion.", "detresse_sociale"),
    ("L'enfant placé voit ses parents.", "enfance"),
    ("Famille de gens du voyage.", "origine"),
]


@pytest.mark.parametrize(("text", "theme"), ROWS)
def test_a_sensitive_sentence_is_flagged_with_its_passage(text: str, theme: str) -> None:
    before = "Bonjour Madame. "
    found = [s for s in sensitive(before + text + " Merci.") if s.theme == theme]
    assert [s.text for s in found] == [text]
    assert (before + text)[found[0].start : found[0].end] == text


def test_ordinary_administration_is_not() -> None:
    assert sensitive("Le bureau est ouvert de 9 h à 12 h, rue Pasteur.") == []
