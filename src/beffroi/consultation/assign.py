"""Ideas put under themes that somebody gave: titles, with or without examples or corrections.

Without examples an idea resembles a title by meaning (encoder) and by words (TF-IDF). With
examples, a linear model learned on them and on the titles takes over, the more so as there are
more of them. An answer may bear several themes: those of its ideas that come near its best one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.terms import stems
from beffroi.consultation.vectors import Matrix
from beffroi.embedding.types import Embedder

Scores = NDArray[np.float64]

#: A theme is kept beside the best one when its score reaches this share of it.
NEAR = 0.55
#: Under this score an idea resembles none of the titles: it stays unclassified.
LEAST = 0.04
MOST_THEMES = 5
#: Answers that lend each other their themes, and up to how many answers they are looked for.
NEIGHBOURS, COMPARED = 15, 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A theme that a person gave: examples are passages that belong to it."""

    id: str
    title: str
    description: str = ""
    parent: str | None = None
    examples: tuple[str, ...] = field(default=())


def score(
    texts: Sequence[str], meaning: Matrix, given: Sequence[Given], *, embedder: Embedder
) -> Scores:
    """How much each text belongs to each theme: shape (texts, themes), about 0 to 1.

    ``meaning`` (texts, d) is what ``embedder`` gives for ``texts``.
    """
    likeness = _likeness(texts, meaning, given, embedder)
    examples = sum(len(theme.examples) for theme in given)
    if not examples:
        return likeness
    learned = _learned(texts, meaning, given, embedder)
    weight = min(0.85, 0.45 + 0.03 * examples / max(1, len(given)) * 5)
    return np.asarray((1 - weight) * likeness + weight * learned)


def of_answers(ideas: Scores, owners: Sequence[int], whole: Scores, points: Matrix) -> Scores:
    """Scores of answers (answers, themes): their whole text, their best idea, their neighbours.

    ``owners`` gives the place of the answer of each idea; ``points`` are the answers', of norm 1.
    """
    best = np.full(whole.shape, -1.0)
    np.maximum.at(best, np.asarray(owners), ideas)
    scores = (best + whole) / 2
    if len(points) > COMPARED or len(points) <= NEIGHBOURS:
        return np.asarray(scores)
    lent = np.empty_like(scores)
    for start in range(0, len(points), 1_024):
        near = points[start : start + 1_024] @ points.T
        near[np.arange(len(near)), np.arange(start, start + len(near))] = -1.0
        chosen = np.argpartition(-near, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        weight = np.take_along_axis(near, chosen, axis=1).clip(1e-6)
        weight /= weight.sum(axis=1, keepdims=True)
        lent[start : start + 1_024] = (scores[chosen] * weight[:, :, None]).sum(axis=1)
    return np.asarray((scores + lent) / 2)


def themes_of(scores: Scores) -> list[int]:
    """Themes of one answer from its scores (themes,), the strongest first."""
    if scores.max() < LEAST:
        return []
    order = np.argsort(-scores, kind="stable")[:MOST_THEMES]
    return [int(j) for j in order if scores[j] >= NEAR * scores.max()]


def shared_out(ideas: Scores, themes: Sequence[int]) -> list[tuple[int, int]]:
    """(idea, theme) pairs of one answer: each idea under its best theme, and each theme of the
    answer on the idea that comes nearest to it. ``ideas`` are scores (ideas, themes)."""
    if not themes:
        return [(i, -1) for i in range(len(ideas))]
    kept = ideas[:, list(themes)]
    pairs = [(i, themes[int(j)]) for i, j in enumerate(kept.argmax(axis=1))]
    missing = [theme for theme in themes if theme not in {t for _, t in pairs}]
    return [*pairs, *((int(ideas[:, theme].argmax()), theme) for theme in missing)]


def _likeness(
    texts: Sequence[str], points: Matrix, given: Sequence[Given], embedder: Embedder
) -> Scores:
    from sklearn.feature_extraction.text import TfidfVectorizer

    names = [f"{theme.title}. {theme.description}".strip(" .") for theme in given]
    mean = points.mean(axis=0, keepdims=True) if len(texts) > 20 else 0.0
    meaning = _unit(points - mean) @ _unit(embedder.embed(names) - mean).T
    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit([*texts, *names])
    counted = (words.transform(texts) @ words.transform(names).T).toarray()
    return np.asarray((meaning + counted) / 2)


def _learned(
    texts: Sequence[str], points: Matrix, given: Sequence[Given], embedder: Embedder
) -> Scores:
    """Probabilities of a linear model learned on titles and examples."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    pairs = [(text, j) for j, theme in enumerate(given) for text in (theme.title, *theme.examples)]
    known = [text for text, _ in pairs]
    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit([*texts, *known])

    def wide(rows: Sequence[str], meaning: Matrix) -> object:
        return hstack([csr_matrix(meaning * 2), words.transform(rows)]).tocsr()

    model = LogisticRegression(C=5, max_iter=300, class_weight="balanced")
    model.fit(wide(known, embedder.embed(known)), [j for _, j in pairs])
    found = np.zeros((len(texts), len(given)))
    found[:, model.classes_] = model.predict_proba(wide(texts, points))
    return np.asarray(found / np.maximum(found.max(axis=1, keepdims=True), 0.35))


def by_id(given: Sequence[Given]) -> Mapping[str, Given]:
    """Themes by their id; raises ``ValueError`` when two share one."""
    found = {theme.id: theme for theme in given}
    if len(found) != len(given):
        raise ValueError("two themes share an id")
    return found


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), dtype=np.float32)
