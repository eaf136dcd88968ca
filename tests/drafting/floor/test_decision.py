"""What a council decided, in one sentence."""

from __future__ import annotations

import pytest

from beffroi.drafting.floor.act import read_act
from beffroi.drafting.floor.decision import decided

CASES = [
    (
        "En conséquence, il est proposé au Conseil municipal : - De fixer le tarif à 12 € ; "
        "- D’autoriser le maire à signer tout document.\nLe Conseil adopte.",
        ("Le conseil municipal a décidé de fixer le tarif à 12 €.", ""),
    ),
    (
        "Il est demandé au Conseil municipal de :\n- accueillir la foire\n- fixer sa date\n"
        "Le Conseil adopte.",
        ("Le conseil municipal a décidé d’accueillir la foire et de fixer sa date.", ""),
    ),
    (
        "Il est proposé au Conseil municipal :\n- de fixer le tarif à 12 €\nLe Conseil délibère.",
        ("Il est proposé au Conseil municipal de fixer le tarif à 12 €.", "Le Conseil délibère."),
    ),
    ("A été élue : - Anne ROUX\nLe Conseil adopte.", ("A été élue : Anne ROUX.", "")),
    ("La salle est grande.\nLe Conseil adopte.", ("Le Conseil adopte.", "")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_decision(text: str, expected: tuple[str, str]) -> None:
    assert decided(read_act(text)) == expected
