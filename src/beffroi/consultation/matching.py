"""How likely an answer belongs to a title that it never saw: twenty-odd clues, weighed once.

A title of three words resembles little of what inhabitants write. Each pair (answer, title) is
looked at in several ways: meaning and words, of the whole answer and of its best idea, spelling,
the same among near answers, and each score beside those of the other titles and of the other
answers. A logistic model weighs them. ``tools/train_matching.py`` learns the weights on questions
coded by hand; they hold no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.fold import fold
from beffroi.consultation.terms import stems
from beffroi.consultation.vectors import Matrix

Scores = NDArray[np.float64]
WEIGHTS = "data/matching.json"
#: Answers that lend each other their scores.
NEIGHBOURS = 15
#: Answers under which clues that compare them with each other say nothing: resemblance alone.
ENOUGH = 30


@dataclass(frozen=True, kw_only=True)
class Said:
    """Some answers: whole texts and ideas with their meanings (rows of norm 1).

    ``owners`` gives the place of the answer of each idea; ``points`` are the answers', of norm 1.
    """

    texts: Sequence[str]
    meaning: Matrix
    ideas: Sequence[str]
    ideas_meaning: Matrix
    owners: NDArray[np.int64]
    points: Matrix


@dataclass(frozen=True, kw_only=True)
class Weights:
    names: tuple[str, ...]
    values: tuple[float, ...]
    intercept: float


def likelihood(said: Said, titles: Sequence[str], meaning: Matrix) -> tuple[Scores, Scores]:
    """How likely, 0 to 1, and how much alike: two tables of shape (answers, titles).

    ``meaning`` (titles, d) is the encoder's of ``titles``. What is alike says whether an answer
    suits any of the titles; what is likely says which.
    """
    if len(said.texts) < ENOUGH:
        plain = dict(_plain(said, titles, meaning))
        parts = [plain[name] for name in ("meant as is", "words idea", "spelling idea")]
        alike = np.mean(parts, axis=0).clip(0.0, 1.0)
        return alike, alike
    weights = load()
    total = np.full((len(said.texts), len(titles)), weights.intercept)
    alike = total
    known = dict(zip(weights.names, weights.values, strict=True))
    for name, clue in clues(said, titles, meaning):
        total = total + known[name] * clue
        alike = clue if name == "all" else alike
    return np.asarray(1 / (1 + np.exp(-total))), alike


def clues(said: Said, titles: Sequence[str], meaning: Matrix) -> Iterator[tuple[str, Scores]]:
    """Each clue by its name, shape (answers, titles): the columns that the model weighs."""
    plain = dict(_plain(said, titles, meaning))
    base = (plain["meant"] + plain["meant idea"] + plain["words"] + plain["words idea"]) / 4
    plain |= {"all": base, "near": neighbours(said.points, base)}
    yield from plain.items()
    yield "near spelling", neighbours(said.points, plain["spelling idea"])
    for name in ("meant idea", "spelling idea", "all", "near"):
        scores = plain[name]
        yield f"{name}, to the best", scores - scores.max(axis=1, keepdims=True)
        yield f"{name}, to others", (scores - scores.mean(axis=0)) / (scores.std(axis=0) + 1e-6)
        yield f"{name}, rank", scores.argsort(1).argsort(1) / max(1, len(titles) - 1)


def neighbours(points: Matrix, scores: Scores) -> Scores:
    """For each answer, the mean of the scores of those nearest to it."""
    if len(points) <= NEIGHBOURS:
        return scores
    lent = np.empty_like(scores)
    for start in range(0, len(points), 1_024):
        near = points[start : start + 1_024] @ points.T
        near[np.arange(len(near)), np.arange(start, start + len(near))] = -1.0
        chosen = np.argpartition(-near, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        weight = np.take_along_axis(near, chosen, axis=1).clip(1e-6)
        weight /= weight.sum(axis=1, keepdims=True)
        lent[start : start + 1_024] = np.einsum("nk,nkt->nt", weight, scores[chosen])
    return lent


@cache
def load() -> Weights:
    """The weights that ship with Beffroi, read once."""
    held = json.loads((files("beffroi.consultation") / WEIGHTS).read_text("utf-8"))
    return Weights(
        names=tuple(held["clues"]),
        values=tuple(held["clues"].values()),
        intercept=held["intercept"],
    )


def _plain(said: Said, titles: Sequence[str], meaning: Matrix) -> Iterator[tuple[str, Scores]]:
    """Meaning, words and spelling, of the whole answer and of its best idea."""
    mean = said.ideas_meaning.mean(axis=0, keepdims=True) if len(said.ideas) > 20 else 0.0
    far = _unit(meaning - mean).T
    yield "meant", np.asarray(_unit(said.meaning - mean) @ far, np.float64)
    yield "meant idea", _best(said, _unit(said.ideas_meaning - mean) @ far)
    yield "meant as is", np.asarray(said.meaning @ meaning.T, np.float64)
    for name, whole, ideas in _counted(said, titles):
        yield name, whole
        yield f"{name} idea", _best(said, ideas)


def _counted(said: Said, titles: Sequence[str]) -> Iterator[tuple[str, Scores, Scores]]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(analyzer=stems, sublinear_tf=True)
    spelling = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), preprocessor=fold, sublinear_tf=True
    )
    for name, counter in (("words", words), ("spelling", spelling)):
        counter.fit([*said.ideas, *titles])
        named = counter.transform(titles).T
        whole = (counter.transform(said.texts) @ named).toarray()
        yield name, whole, (counter.transform(said.ideas) @ named).toarray()


def _best(said: Said, ideas: NDArray[np.floating]) -> Scores:
    """The score of each answer's best idea."""
    found = np.full((len(said.texts), ideas.shape[1]), -1.0)
    np.maximum.at(found, said.owners, ideas)
    return np.where(found <= -1.0, 0.0, found)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), dtype=np.float32)
