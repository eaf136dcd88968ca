from __future__ import annotations

import pytest

from beffroi.clarity import compare, profile
from beffroi.errors import EmptyText

HARD = (
    "Nonobstant l’avis du CCAS, la demande qui serait déposée est instruite par le service dont "
    "la création n’a pas été décidée, pour un montant de 12 000 €."
)
EASY = "Le service étudie la demande. Il répond sous deux mois."


def test_kandel_moles_and_lix_follow_their_formulas() -> None:
    measured = profile(EASY)
    assert (measured.words, measured.sentences, measured.syllables) == (10, 2, 15)
    assert measured.value("kandel_moles") == pytest.approx(207 - 1.015 * 5 - 73.6 * 1.5, abs=0.01)
    assert measured.value("lix") == pytest.approx(5 + 100 * 2 / 10, abs=0.01)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("phrases_12", 100.0),
        ("phrases_25", 100.0),
        ("passifs", 300.0),
        ("negations", 100.0),
        ("conditionnels", 100.0),
        ("subordonnees", 2.0),
        ("sigles_inexpliques", 1.0),
        ("grands_nombres", 1.0),
    ],
)
def test_measures_of_a_hard_sentence(name: str, expected: float) -> None:
    assert profile(HARD).value(name) == expected


def test_every_measure_has_its_meaning() -> None:
    measures = profile(HARD).measures
    assert len(measures) >= 18
    assert all(m.label and m.unit and m.meaning.endswith(".") for m in measures)


def test_before_and_after() -> None:
    changes = {c.before.name: c.trend for c in compare(profile(HARD), profile(EASY))}
    assert changes["kandel_moles"] == "mieux" and changes["phrases_20"] == "mieux"
    back = {c.before.name: c.trend for c in compare(profile(EASY), profile(HARD))}
    assert back["kandel_moles"] == "moins_bien"
    assert {c.trend for c in compare(profile(EASY), profile(EASY))} == {"egal"}


def test_paragraphs_and_years() -> None:
    measured = profile("Un mot.\n\nDeux mots ici en 2026, au 35000.")
    assert measured.paragraphs == 2
    assert measured.value("grands_nombres") == 0


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(EmptyText):
        profile("… — !")
