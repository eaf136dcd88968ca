from __future__ import annotations

import pytest

from beffroi.french import bare, word_texts, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’arrêté du maire.", ["L’arrêté", "du", "maire"]),
        ("Doit-il venir aujourd'hui ?", ["Doit-il", "venir", "aujourd'hui"]),
        ("18 000 € et 18\u00a0000,50 €", ["18 000", "et", "18\u00a0000,50"]),
        ("Le 1er mars à 9 h 30, n° 12", ["Le", "1er", "mars", "à", "9", "h", "30", "n°", "12"]),
        ("a.b@ville.fr, https://ville.fr/x.", ["a.b@ville.fr", "https://ville.fr/x."]),
        ("l'article L. 123-4", ["l'article", "L", "123-4"]),
        ("cœur Œuvre ça", ["cœur", "Œuvre", "ça"]),
        ("« — »", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert word_texts(text) == expected
    assert [span.of(text) for span in words(text)] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("l’arrêté", "arrêté"),
        ("Qu'il", "il"),
        ("aujourd’hui", "aujourd’hui"),
        ("jusqu’au", "au"),
        ("maire", "maire"),
    ],
)
def test_bare(word: str, expected: str) -> None:
    assert bare(word) == expected
