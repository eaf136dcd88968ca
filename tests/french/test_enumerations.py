"""Items of a list typed in one line, and the dashes that open no item."""

from __future__ import annotations

import pytest

from beffroi.french.enumerations import inline_items

CASES = [
    (
        "Il est demandé au Conseil : - De fixer le tarif à 12 €.",
        ["De fixer le tarif à 12 €."],
    ),
    ("Ont été élus : - Anne ROUX - Luc PETIT", ["Anne ROUX", "Luc PETIT"]),
    ("Anne ROUX - Luc PETIT - Zoé DURAND", ["Anne ROUX", "Luc PETIT", "Zoé DURAND"]),
    (
        "d’adopter ce nom ; - d’annuler l’ancien - d’autoriser le maire à signer",
        ["d’adopter ce nom ;", "d’annuler l’ancien", "d’autoriser le maire à signer"],
    ),
    (
        "Elle comprend : - 5 membres de l’État : DRASS, - 4 habitants - 2 élus",
        ["5 membres de l’État : DRASS,", "4 habitants", "2 élus"],
    ),
    ("Accueillir les élèves, - Former les agents", ["Accueillir les élèves,", "Former les agents"]),
    (
        "Elle agit pour : - accueillir les élèves, - assurer les soins - de jour -, - prévenir",
        ["accueillir les élèves,", "assurer les soins - de jour -,", "prévenir"],
    ),
    ("Le plan • Le devis • La notice", ["Le plan", "Le devis", "La notice"]),
    ("Le Pôle de Recherche du Languedoc - Sud de France - est un établissement.", []),
    ("La salle - de longue date - est louée.", []),
    ("La ligne Lattes - Montpellier est fermée.", []),
    ("- Le plan du terrain", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_items_in_a_line(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in inline_items(text)] == expected
