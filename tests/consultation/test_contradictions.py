"""Opposite wishes about the same object come out in pairs; different objects do not."""

from __future__ import annotations

import pytest

from beffroi.consultation.contradictions import TIMES, contradictions, pulls, refuses
from beffroi.consultation.types import Idea
from consultation.said import WordEmbedder


def pairs(*texts: str) -> list[tuple[int, int]]:
    ideas = [Idea(row=i, start=0, end=len(t), theme="t1") for i, t in enumerate(texts)]
    found = contradictions(ideas, texts, WordEmbedder().embed(texts))
    return sorted((pair.first.row, pair.second.row) for pair in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("supprimer le parking du marché", "garder le parking du marché"),
        ("moins de voitures au centre", "plus de voitures au centre"),
        ("non à la piste cyclable du quai", "il faut une piste cyclable sur le quai"),
        ("je suis contre la rocade du bourg", "je suis favorable à la rocade du bourg"),
        ("la gratuité du bus est inutile", "je souhaite la gratuité du bus"),
    ],
)
def test_opposite_wishes_are_a_pair(first: str, second: str) -> None:
    assert pairs(first, second) == [(0, 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("supprimer le parking du marché", "supprimer tout le parking du marché"),
        ("planter des arbres sur la place", "plus d’arbres sur la place"),
        ("non à la rocade", "plus de bus le soir"),
        ("ne pas supprimer le marché", "garder le marché"),
        ("les arrêts de bus du centre", "plus de bus au centre"),
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_not(first: str, second: str) -> None:
    assert pairs(first, second) == []


def test_a_passage_is_shown_few_times() -> None:
    texts = [
        "supprimer le parking du marché",
        *[f"garder le parking du marché {i}" for i in range(6)],
    ]
    assert len(pairs(*texts)) == TIMES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Non à la rocade", True),
        ("Arrêter de bétonner", True),
        ("L’arrêt de bus est loin", False),
        ("Plus de bus", False),
        (f"Un bus {'vraiment ' * 15} inutile", False),
    ],
)
def test_a_refusal_is_in_the_first_words(text: str, found: bool) -> None:
    assert refuses(text) is found


def test_a_negation_turns_the_direction() -> None:
    assert pulls("ne pas supprimer le parking")["parking"] == 1
    assert pulls("supprimer le parking")["parking"] == -1
