"""The learned part of the search: three small logistic regressions, their weights in a file.

``tools/train_ranker.py`` learns them from questions of ours over public sheets; nothing of the
sheets is in the weights, which only weigh the numbers of :mod:`beffroi.knowledge.features`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from beffroi.knowledge.features import OF_DOCUMENT, OF_PASSAGE

PATH = Path(__file__).parent / "ranker.json"

#: What tells whether the best passage answers.
OF_ANSWER = (
    "document", "ecart", "passage", "titre_dit", "sujet_dit", "tout_dit", "ensemble_dit",
    "sens_titre", "sens_passage", "inconnu", "choses", "titre_juste",
    "manque", "manque_sujet", "ecart_autre", "ecart_passage", "voisins", "meme_fiche", "bm25",
    "bm25_second",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Regression:
    """``weights`` of the numbers named ``names``, and what is added."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def logit(self, values: Sequence[float]) -> float:
        return self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))

    def probability(self, values: Sequence[float]) -> float:
        return sigmoid(self.logit(values))


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranker:
    """``threshold``: probability of an answer under which nothing is answered."""

    document: Regression
    passage: Regression
    answer: Regression
    threshold: float


def sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@cache
def ranker() -> Ranker:
    """The weights that come with Beffroi. They are refused if they are for other numbers."""
    data = json.loads(PATH.read_text("utf-8"))
    parts = {}
    numbered = {"document": OF_DOCUMENT, "passage": OF_PASSAGE, "answer": OF_ANSWER}
    for name, numbers in numbered.items():
        part = data[name]
        assert set(part["weights"]) == set(numbers), f"{PATH.name}: {name}"
        parts[name] = Regression(
            names=numbers,
            weights=tuple(float(part["weights"][number]) for number in numbers),
            bias=float(part["bias"]),
        )
    return Ranker(**parts, threshold=float(data["threshold"]))
