from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beffroi.french import capitalised, plain_spaces, typographic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qu'est-ce que c'est ?", "Qu’est-ce que c’est\u202f?"),
        ('Le "plan local" est prêt', "Le «\u00a0plan local\u00a0» est prêt"),
        ("Voici : un;deux ; trois!", "Voici\u00a0: un;deux\u202f; trois\u202f!"),
        ("«bonjour»", "«\u00a0bonjour\u00a0»"),
        ("à 9 h 12, n° 4", "à 9\u00a0h\u00a012, n°\u00a04"),
        ("18 000 € et 3,5 %", "18\u202f000\u00a0€ et 3,5\u00a0%"),
        ("M. Dupont, art. 3, L. 123-4", "M.\u00a0Dupont, art.\u00a03, L.\u00a0123-4"),
        ("https://a.fr/?q=1 à 12:30...", "https://a.fr/?q=1 à 12:30…"),
        ("a@b.fr ; c", "a@b.fr ; c"),
        ("le 3 mars 2026", "le 3 mars 2026"),
        ("pendant 2 mois", "pendant 2\u00a0mois"),
    ],
)
def test_typographic(text: str, expected: str) -> None:
    assert typographic(text) == expected


@settings(max_examples=300)
@example('«""')
@example('«"a"')
@given(st.text(alphabet="aé1 '\"«»;:!?.%€nhM°\n\u00a0", max_size=60))
def test_it_settles_and_keeps_letters_and_digits(text: str) -> None:
    once = typographic(text)
    assert typographic(once) == once
    assert [c for c in once if c.isalnum()] == [c for c in text if c.isalnum()]


def test_plain_spaces_keep_offsets() -> None:
    assert plain_spaces("9\u00a0h\u202f!") == "9 h !"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("le maire", "Le maire"), ("« été »", "« Été »"), ("3 agents", "3 agents"), ("", "")],
)
def test_capitalised(text: str, expected: str) -> None:
    assert capitalised(text) == expected
