"""What was weighed for a question, and the numbers that tell whether the best passage answers it.

A sheet that answers is far above the sheets of another subject, not above those of its own family
(five sheets on the passport stand close together, and one of them is right). No I/O here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.knowledge.store import Row
from beffroi.knowledge.understand import Asked

#: Likeness of titles under which two documents are of different subjects.
OTHER = 0.5

#: What a difference of logits counts for at most, and documents compared with the best.
WIDEST, NEIGHBOURS = 5.0, 3


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedDocument:
    row: int
    values: tuple[float, ...]
    logit: float


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedPassage:
    row: Row
    document: RankedDocument
    values: tuple[float, ...]
    logit: float

    @property
    def total(self) -> float:
        return self.document.logit + self.logit


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """Everything that was weighed, from the best: for the answer, and to learn from. ``titles``:
    row of a document → the meaning of its title."""

    asked: Asked
    documents: tuple[RankedDocument, ...]
    passages: tuple[RankedPassage, ...]
    titles: Mapping[int, NDArray[np.float32]]


def of_answer(ranking: Ranking) -> list[float]:
    """The numbers named :data:`beffroi.knowledge.ranker.OF_ANSWER`, for the best passage."""
    best = ranking.passages[0]
    document, passage, concepts = best.document.values, best.values, ranking.asked.concepts
    whole = sum(concept.weight for concept in concepts) or 1.0
    return [
        best.document.logit / WIDEST,
        _gap(ranking, most=1.01),
        best.logit / WIDEST,
        document[0],
        document[2],
        document[3],
        passage[2],
        document[6],
        passage[4],
        sum(concept.weight for concept in concepts if not concept.known) / whole,
        min(len(concepts), 6) / 6,
        document[1],
        document[14],
        document[15],
        _gap(ranking, most=OTHER),
        _passage_gap(ranking),
        _neighbours(ranking),
        sum(p.document.row == best.document.row for p in ranking.passages[:5]) / 5,
        document[4],
        document[5],
    ]


def _gap(ranking: Ranking, *, most: float) -> float:
    """How far the best document is above the next one whose title is less than ``most`` like."""
    best = ranking.passages[0].document
    others = [
        one.logit
        for one in ranking.documents
        if one.row != best.row and _likeness(ranking, one.row) < most
    ]
    return min(best.logit - max(others, default=best.logit - WIDEST), WIDEST) / WIDEST


def _passage_gap(ranking: Ranking) -> float:
    best = ranking.passages[0]
    others = (p.total for p in ranking.passages if p.document.row != best.document.row)
    return min(best.total - next(others, best.total - WIDEST), WIDEST) / WIDEST


def _neighbours(ranking: Ranking) -> float:
    """How like the best the next documents are."""
    near = [_likeness(ranking, one.row) for one in ranking.documents[1 : NEIGHBOURS + 1]]
    return sum(near) / len(near) if near else 0.0


def _likeness(ranking: Ranking, row: int) -> float:
    """How like the title of the document of the best passage that of ``row`` is."""
    best = ranking.titles.get(ranking.passages[0].document.row)
    other = ranking.titles.get(row)
    return 0.0 if best is None or other is None else float(best @ other)
