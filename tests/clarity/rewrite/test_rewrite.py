"""Whole sentences, as town halls write them: cut, worded, every fact kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from beffroi.clarity.rewrite import rewrite
from beffroi.clarity.rewrite.guard import balanced, kept

CASES = [
    (
        "Conformément à l’article 18 des statuts de l’agence, le conseil municipal doit être "
        "représenté par quatre membres pendant toute la durée du mandat.",
        "Le conseil municipal doit être représenté par quatre membres pendant toute la durée du "
        "mandat. C’est ce que prévoit l’article 18 des statuts de l’agence.",
    ),
    (
        "Le dossier de demande complet est transmis dans les huit jours à la préfecture, qui "
        "dispose ensuite de deux mois pour répondre par écrit au demandeur.",
        "Le dossier de demande complet est transmis dans les huit jours à la préfecture. La "
        "préfecture dispose ensuite de deux mois pour répondre par écrit au demandeur.",
    ),
    (
        "Le maire réunit la commission d’appel d’offres le lundi 3 mars 2026 en mairie afin "
        "d’examiner les offres des quatre entreprises qui ont répondu.",
        "Le maire réunit la commission d’appel d’offres le lundi 3 mars 2026 en mairie. "
        "L’objectif est d’examiner les offres des quatre entreprises qui ont répondu.",
    ),
    (
        "La dépense est inscrite au budget principal de la commune pour l’année 2026 ; la "
        "recette correspondante est inscrite au budget annexe du port.",
        "La dépense est inscrite au budget principal de la commune pour l’année 2026. La "
        "recette correspondante est inscrite au budget annexe du port.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_long_sentences_are_cut(text: str, expected: str) -> None:
    assert rewrite(text).text == expected


def test_short_and_plain_text_comes_back_as_it_was() -> None:
    text = "La mairie est ouverte le lundi.\n\nElle ferme à 17 h.\n"
    result = rewrite(text)
    assert result.text == text and not result.changed and result.applied == ()


def test_a_number_of_law_is_never_cut() -> None:
    text = (
        "Conformément aux articles 29 et 33-1 de la loi n°84-53 du 26 janvier 1984 et au décret "
        "n°85-565 du 30 mai 1985, les cinq organismes de la ville sont composés en nombre égal."
    )
    assert rewrite(text).text == (
        "Les cinq organismes de la ville sont composés en nombre égal. C’est ce que prévoient les "
        "articles 29 et 33-1 de la loi n°84-53 du 26 janvier 1984 et le décret n°85-565 du "
        "30 mai 1985."
    )


def test_the_mapping_follows_the_text() -> None:
    text = "Afin d’agir, il vote.\n\nNonobstant l’avis, il signe. Rien ne change."
    result = rewrite(text)
    assert [s.text.of(result.text) for s in result.sentences] == [
        "Pour agir, il vote.",
        "Malgré l’avis, il signe.",
        "Rien ne change.",
    ]
    assert all(a.text.end <= b.text.start for a, b in pairwise(result.sentences))
    assert [s.source.of(text) for s in result.sentences][2] == "Rien ne change."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("payer 12 € le 3", "le 3, payer 12 €", True),
        ("payer 12 € le 3", "payer 12 €", False),
        ("sauf le lundi", "le lundi", False),
        ("la mairie de Lyon ferme", "la mairie ferme", False),
        ("il n’est pas tenu", "il est tenu", False),
    ],
)
def test_the_guard_sees_what_is_missing(before: str, after: str, expected: bool) -> None:
    assert kept(before, after) is expected


def test_the_guard_sees_an_open_quotation() -> None:
    assert balanced("« oui »") and not balanced("« oui")
