"""What the corrections of people teach: which other answers would follow those that were moved.

An idea would follow a moved answer when it resembles it more than it resembles its own theme. The
reason is the answer that it resembles: a person can judge it. Nothing moves until somebody accepts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from beffroi.consultation.search import Index
from beffroi.consultation.types import MACHINE, Result, Sorted
from beffroi.consultation.vectors import Matrix

#: Under this resemblance (cosine) to a moved answer, nothing is proposed.
LEAST = 0.4
#: From this resemblance on, an idea says the same thing as the moved answer.
TWIN = 0.8
#: Ideas of its own theme that an idea is compared to: those that resemble it most.
OWN = 3
MOST = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """The answer of ``row`` would go from ``before`` to ``theme``, as ``like`` did; ``score`` is
    how much more it resembles ``like`` than its own theme."""

    row: int
    before: str
    theme: str
    like: int
    score: float


def proposals(result: Result, index: Index, moved: Mapping[int, str]) -> tuple[Proposal, ...]:
    """At most :data:`MOST`, the surest first. ``moved``: rows that people moved, and where to."""
    known = {theme.id for theme in result.themes}
    places: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(index.places[:, 0].tolist()):
        places[row].append(place)
    taught = [(row, theme) for row, theme in moved.items() if theme in known and places[row]]
    if not taught:
        return ()
    points = index.vectors.astype(np.float32)
    homes = _homes(result, places, {row for row, _ in taught})
    found = [
        proposal
        for answer in result.answers
        if answer.row not in moved and answer.ideas and answer.decided_by == MACHINE
        if (proposal := _one(answer, places, points, taught, homes)) is not None
    ]
    return tuple(sorted(found, key=lambda p: (-p.score, p.row))[:MOST])


def _homes(
    result: Result, places: Mapping[int, list[int]], taught: set[int]
) -> Mapping[str, list[tuple[int, int]]]:
    """Theme → (row, place of the idea) of the answers that nobody moved."""
    homes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for answer in result.answers:
        if answer.themes and answer.row not in taught:
            homes[answer.themes[0]] += [(answer.row, place) for place in places.get(answer.row, ())]
    return homes


def _one(
    answer: Sorted,
    places: Mapping[int, list[int]],
    points: Matrix,
    taught: Sequence[tuple[int, str]],
    homes: Mapping[str, list[tuple[int, int]]],
) -> Proposal | None:
    """The move of an answer, if each of its ideas would follow the same moved answers."""
    own = places.get(answer.row, [])
    before = answer.themes[0] if answer.themes else ""
    if not own:
        return None
    said = points[own]
    alike = [float((said @ points[places[row]].T).max(axis=1).min()) for row, _ in taught]
    best = int(np.argmax(alike))
    row, theme = taught[best]
    home = np.array([p for other, p in homes.get(before, ()) if other != answer.row], np.int64)
    if len(home):  # its twins would follow too: they do not hold it back
        home = home[(points[home] @ points[places[row]].T).max(axis=1) < TWIN]
    stays = np.sort(said @ points[home].T, axis=1)[:, -OWN:].mean() if len(home) else 0.0
    score = alike[best] - float(stays)
    if theme in answer.themes or alike[best] < LEAST or score <= 0:
        return None
    return Proposal(row=answer.row, before=before, theme=theme, like=row, score=round(score, 3))
