"""Ideas put under themes that somebody gave: titles, with or without examples or corrections.

Without examples, :mod:`.matching` says how likely each answer belongs to each title. With examples,
a linear model learned on them speaks too, the more so as there are more of them. An answer may bear
several themes: those that come near its best one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.matching import Said, Scores, likelihood, neighbours
from beffroi.consultation.terms import stems
from beffroi.consultation.vectors import Matrix
from beffroi.embedding.types import Embedder

#: A theme is kept beside the best one when its score reaches this share of it: without examples,
#: then with them.
NEAR, NEAR_LEARNED = 0.6, 0.57
#: Under this resemblance an answer suits none of the titles, and under this score it is like none
#: of the examples: it stays unclassified.
LEAST, LEAST_LEARNED = 0.04, 0.15
MOST_THEMES = 6
#: Most that examples weigh beside titles, and how many of them it takes.
LEARNED, ENOUGH = 0.65, 30
#: How much the meaning weighs beside the words in what is learned from examples.
MEANING = 1.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A theme that a person gave: examples are answers or passages that belong to it."""

    id: str
    title: str
    description: str = ""
    parent: str | None = None
    examples: tuple[str, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """``answers`` (answers, themes) and ``ideas`` (ideas, themes) are scores, about 0 to 1.

    ``suits`` (answers,) says which answers suit at least one theme.
    """

    answers: Scores
    ideas: Scores
    suits: NDArray[np.bool_]
    near: float

    def themes_of(self, place: int) -> list[int]:
        """Themes of one answer, the strongest first."""
        scores = self.answers[place]
        if not self.suits[place]:
            return []
        order = np.argsort(-scores, kind="stable")[:MOST_THEMES]
        return [int(j) for j in order if scores[j] >= self.near * scores.max()]


def assign(said: Said, given: Sequence[Given], embedder: Embedder) -> Assigned:
    """How much the answers, and each of their ideas, belong to each theme."""
    titles = [f"{theme.title}. {theme.description}".strip(" .") for theme in given]
    meaning = embedder.embed(titles)
    likely, alike = likelihood(said, titles, meaning)
    suits = alike.max(axis=1) >= LEAST
    ideas = _alone(said, titles, meaning)
    examples = _examples(given)
    if not examples:
        lent = (likely + neighbours(said.points, likely)) / 2
        return Assigned(answers=lent, ideas=ideas, suits=suits, near=NEAR)
    weight = LEARNED * min(1.0, len(examples) / ENOUGH)
    whole, each = _learned(said, examples, len(given), embedder)
    return Assigned(
        answers=(1 - weight) * likely + weight * whole,
        ideas=(1 - weight) * ideas + weight * each,
        suits=suits | (whole.max(axis=1) >= LEAST_LEARNED),
        near=NEAR_LEARNED,
    )


def shared_out(ideas: Scores, themes: Sequence[int]) -> list[tuple[int, int]]:
    """(idea, theme) pairs of one answer: each idea under its best theme, and each theme of the
    answer on the idea that comes nearest to it. ``ideas`` are scores (ideas, themes)."""
    if not themes:
        return [(i, -1) for i in range(len(ideas))]
    kept = ideas[:, list(themes)]
    pairs = [(i, themes[int(j)]) for i, j in enumerate(kept.argmax(axis=1))]
    missing = [theme for theme in themes if theme not in {t for _, t in pairs}]
    return [*pairs, *((int(ideas[:, theme].argmax()), theme) for theme in missing)]


def _alone(said: Said, titles: Sequence[str], meaning: Matrix) -> Scores:
    """How much each idea, by itself, resembles each title: meaning and words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit([*said.ideas, *titles])
    counted = (words.transform(said.ideas) @ words.transform(titles).T).toarray()
    return np.asarray((said.ideas_meaning @ meaning.T + counted) / 2, np.float64)


def _examples(given: Sequence[Given]) -> dict[str, set[int]]:
    """Each different example → the places of its themes: a text may be given under several."""
    found: dict[str, set[int]] = {}
    for place, theme in enumerate(given):
        for text in theme.examples:
            found.setdefault(text, set()).add(place)
    return found


def _learned(
    said: Said, examples: dict[str, set[int]], themes: int, embedder: Embedder
) -> tuple[Scores, Scores]:
    """What a linear model learned on the examples says of the answers, and of their ideas."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import Ridge

    known = list(examples)
    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit([*said.texts, *known])
    mean = said.meaning.mean(axis=0, keepdims=True)

    def wide(texts: Sequence[str], meaning: Matrix) -> object:
        return hstack([csr_matrix((meaning - mean) * MEANING), words.transform(texts)]).tocsr()

    truth = np.zeros((len(known), themes))
    for place, text in enumerate(known):
        truth[place, list(examples[text])] = 1.0
    model = Ridge(alpha=1.0).fit(wide(known, embedder.embed(known)), truth)

    def said_of(texts: Sequence[str], meaning: Matrix) -> NDArray[np.float64]:
        found = np.asarray(model.predict(wide(texts, meaning)), np.float64)
        return np.asarray(found.reshape(len(texts), themes).clip(0.0, 1.0))

    return said_of(said.texts, said.meaning), said_of(said.ideas, said.ideas_meaning)
