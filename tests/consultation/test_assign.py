"""Answers under given titles: the right one first, several when they come near, none when far."""

from __future__ import annotations

import numpy as np
import pytest

from beffroi.consultation.assign import Assigned, Given, assign, shared_out
from beffroi.consultation.matching import Said, clues, load
from beffroi.consultation.vectors import learn
from consultation.said import SUBJECTS, WordEmbedder

TITLES = ("Pistes cyclables pour le vélo", "Plus de bus", "Arbres et ombre", "Parking du marché")


def said(*more: str, times: int = 4) -> Said:
    texts = [f"{t} {i}" for i in range(times) for s in SUBJECTS.values() for t in s] + list(more)
    meaning = WordEmbedder().embed(texts)
    return Said(
        texts=texts,
        meaning=meaning,
        ideas=texts,
        ideas_meaning=meaning,
        owners=np.arange(len(texts)),
        points=learn(texts, meaning).place(texts, meaning),
    )


def given(*examples: tuple[str, ...]) -> list[Given]:
    found = [*examples, *[()] * (len(TITLES) - len(examples))]
    return [Given(id=f"t{i}", title=title, examples=found[i]) for i, title in enumerate(TITLES)]


@pytest.mark.parametrize("times", [1, 4])
def test_an_answer_goes_first_where_its_words_are(times: int) -> None:
    answers = said(times=times)
    scores = assign(answers, given(), WordEmbedder())
    firsts = [scores.themes_of(i)[:1] for i in range(len(answers.texts))]
    expected = [[j] for _ in range(times) for j in range(4) for _ in range(3)]
    right = sum(a == b for a, b in zip(firsts, expected, strict=True))
    assert right >= 0.8 * len(expected)


def test_what_resembles_no_title_stays_out() -> None:
    answers = said("Gribouille tricote paisiblement")
    scores = assign(answers, given(), WordEmbedder())
    assert scores.themes_of(len(answers.texts) - 1) == []


def test_an_example_under_two_themes_teaches_both() -> None:
    text = "des kiosques fleuris"
    examples = tuple(f"{text} numéro {i}" for i in range(20))
    answers = said(text)
    scores = assign(answers, given(examples, (), examples), WordEmbedder())
    assert set(scores.themes_of(len(answers.texts) - 1)) == {0, 2}


def test_themes_are_ranked_and_cut_under_the_best() -> None:
    found = Assigned(
        answers=np.array([[0.2, 0.9, 0.6], [0.0, 0.0, 0.0]]),
        ideas=np.zeros((2, 3)),
        suits=np.array([True, False]),
        near=0.6,
    )
    assert found.themes_of(0) == [1, 2]
    assert found.themes_of(1) == []


def test_each_theme_of_an_answer_has_an_idea() -> None:
    ideas = np.array([[0.9, 0.1, 0.3], [0.8, 0.2, 0.1]])
    pairs = shared_out(ideas, [0, 2])
    assert {theme for _, theme in pairs} == {0, 2}
    assert {idea for idea, _ in pairs} == {0, 1}
    assert shared_out(ideas, []) == [(0, -1), (1, -1)]


def test_the_weights_that_ship_are_those_of_the_clues() -> None:
    found = dict(clues(said(), TITLES, WordEmbedder().embed(TITLES)))
    assert tuple(found) == load().names
    assert all(table.shape == (48, 4) and np.isfinite(table).all() for table in found.values())
