"""Ideas are exact substrings of the answer, in order, and none of its words is lost."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.consultation.segment import ideas

WORD = re.compile(r"[^\W_]+")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plus de bus le soir.", ["Plus de bus le soir."]),
        (
            "Plus de bus le soir. Et des trottoirs plus larges devant l’école !",
            ["Plus de bus le soir.", "Et des trottoirs plus larges devant l’école !"],
        ),
        (
            "baisser les impôts, supprimer les niches, aider les petites entreprises",
            ["baisser les impôts", "supprimer les niches", "aider les petites entreprises"],
        ),
        (
            "- des pistes cyclables continues\n- moins de voitures au centre",
            ["- des pistes cyclables continues", "- moins de voitures au centre"],
        ),
        (
            "Il faut garder le marché du samedi mais arrêter de bloquer la rue du Four",
            ["Il faut garder le marché du samedi", "mais arrêter de bloquer la rue du Four"],
        ),
        ("Oui, bien sûr.", ["Oui, bien sûr."]),
        ("", []),
        ("  🤷 ", []),
    ],
)
def test_ideas(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in ideas(text)] == expected


@given(st.text(max_size=300))
def test_no_word_is_lost_or_said_twice(text: str) -> None:
    spans = ideas(text)
    found = [word for span in spans for word in WORD.findall(span.of(text))]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert len(found) <= len(WORD.findall(text))
    assert bool(spans) == bool(re.search(r"[\w’'-]", text.strip())) or not found
