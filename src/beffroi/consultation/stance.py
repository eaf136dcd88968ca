"""For or against, learned: a linear model over words, spelling, meaning and a few cues.

Learned by ``tools/train_position.py`` on open arguments for and against; the file of weights holds
numbers and a vocabulary, no text of anybody. Positive scores lean for, negative ones against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.fold import fold
from beffroi.consultation.vectors import Matrix

Scores = NDArray[np.float64]
WEIGHTS = "data/position.npz"
#: How much the meaning weighs beside the words, and the first words beside both.
MEANING, FIRST = 2.0, 0.3
#: One-letter words count: « n », « a ».
WORDS: dict[str, Any] = {"token_pattern": r"\w+"}
#: Numbers that the encoder learned on gives a text.
WIDTH = 512
_NEGATION = re.compile(r"\b(?:n|ne|pas|ni|jamais|aucun|aucune)\b")


@dataclass(frozen=True, kw_only=True)
class Stance:
    """``parts`` are (vectorizer, weight) pairs; ``weights`` follow their columns, in order."""

    words: Any
    spelling: Any
    first: Any
    weights: Matrix
    intercept: float

    def score(self, texts: Sequence[str], meaning: Matrix) -> Scores:
        """Above 0 for, under 0 against, one a text. ``meaning`` (n, d) is the encoder's; that of
        another encoder than the one learned on says nothing here and is left out."""
        if meaning.shape[1] != WIDTH:
            meaning = np.zeros((len(texts), WIDTH), dtype=np.float32)
        table = wide(texts, meaning, self.words, self.spelling, self.first)
        return np.asarray(table @ self.weights + self.intercept, dtype=np.float64)


def wide(texts: Sequence[str], meaning: Matrix, words: Any, spelling: Any, first: Any) -> Any:
    """The columns that the model weighs: words, spelling, first words, meaning, cues."""
    from scipy.sparse import csr_matrix, hstack

    flat = [fold(text) for text in texts]
    return hstack(
        [
            words.transform(flat),
            spelling.transform(flat),
            first.transform([openings(line) for line in flat]) * FIRST,
            csr_matrix(meaning * MEANING),
            csr_matrix(np.array([cues(t, f) for t, f in zip(texts, flat, strict=True)])),
        ]
    ).tocsr()


def openings(flat: str) -> str:
    """The first four words, marked as such."""
    return " ".join(f"d_{word}" for word in flat.split()[:4])


def cues(text: str, flat: str) -> list[float]:
    """Length, marks, first word, negations: eight numbers about 0 to 1."""
    words = flat.split()
    return [
        float(np.log1p(len(words))) / 3,
        float("?" in text),
        float("!" in text),
        float(flat.startswith("non")),
        float(flat.startswith("oui")),
        float("pas" in words),
        float("mais" in words),
        3 * len(_NEGATION.findall(flat)) / (len(words) + 5),
    ]


@cache
def load() -> Stance:
    """The weights that ship with Beffroi, read once."""
    with (files("beffroi.consultation") / WEIGHTS).open("rb") as file:
        held = np.load(file, allow_pickle=False)
        return Stance(
            words=_vectorizer(held, "words", analyzer="word", ngram_range=(1, 2)),
            spelling=_vectorizer(held, "spelling", analyzer="char_wb", ngram_range=(2, 5)),
            first=_counter(held),
            weights=held["weights"].astype(np.float32),
            intercept=float(held["intercept"]),
        )


def _vectorizer(held: Any, part: str, **options: Any) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    terms = _terms(held, part)
    made = TfidfVectorizer(sublinear_tf=True, vocabulary=terms, **WORDS, **options)
    made.idf_ = held[f"{part}_idf"].astype(np.float64)
    return made


def _counter(held: Any) -> Any:
    from sklearn.feature_extraction.text import CountVectorizer

    return CountVectorizer(binary=True, vocabulary=_terms(held, "first"), **WORDS)


def _terms(held: Any, part: str) -> dict[str, int]:
    lines = bytes(held[f"{part}_terms"]).decode("utf-8").split("\n")
    return {term: place for place, term in enumerate(lines)}
