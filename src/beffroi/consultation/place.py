"""Answers cut into ideas, ideas placed as points, points put into groups or under given themes.

What is large (the encoder's rows, 512 numbers an idea) is made and dropped part by part: a million
answers fit in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from beffroi.consultation.assign import Given, assign, shared_out
from beffroi.consultation.group import Labels, group
from beffroi.consultation.matching import Said
from beffroi.consultation.meaning import AT_ONCE, Meanings, meanings
from beffroi.consultation.off_topic import off_topic
from beffroi.consultation.position import of_ideas
from beffroi.consultation.segment import ideas
from beffroi.consultation.terms import has_subject
from beffroi.consultation.types import Idea, Row
from beffroi.consultation.vectors import LEARNED_ON, Matrix, Space, learn, spread
from beffroi.embedding.types import Embedder

#: Answers put under given themes together: they lend each other their themes.
TOGETHER = 10_000


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Ideas of the analysed rows with their texts, points, and sub-theme numbers (-1: none).

    ``aside`` are the rows found off topic: none of their ideas is here. ``sense`` gives what any
    of the texts means.
    """

    ideas: tuple[Idea, ...]
    texts: tuple[str, ...]
    points: Matrix
    labels: Labels
    parents: Labels
    aside: frozenset[int] = frozenset()
    sense: Meanings | None = None


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Ideas with their texts and what they mean; ``told`` follows the reading."""

    ideas: tuple[Idea, ...]
    texts: tuple[str, ...]
    sense: Meanings | None = None


def cut(rows: Sequence[Row]) -> Cut:
    """The ideas of the analysed rows, in order."""
    pairs = [
        (Idea(row=row.answer.row, start=s.start, end=s.end), s.of(row.answer.text))
        for row in rows
        if row.status == "analysee"
        for s in ideas(row.answer.text)
    ]
    return Cut(ideas=tuple(i for i, _ in pairs), texts=tuple(t for _, t in pairs))


def place(
    found: Cut,
    given: Sequence[Given],
    embedder: Embedder,
    *,
    question: str,
    proposal: bool,
    rows: Sequence[Row],
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Placed:
    """Every idea with its position, and its group or given theme."""
    if not found.texts:
        return _placed(found, np.ones((0, 1), np.float32), np.zeros(0, np.int64), None)
    sense = meanings(found.texts, embedder, told=told)
    aside = off_topic(found.ideas, found.texts, sense.of, question=question)
    found = _without(found, aside)
    stances = of_ideas(found.ideas, found.texts, sense.of, proposal=proposal)
    stated = tuple(replace(i, position=p) for i, p in zip(found.ideas, stances, strict=True))
    read = replace(found, ideas=stated, sense=sense)
    placed = _assigned(read, given, embedder, rows) if given else _discovered(read, sense)
    return replace(placed, aside=aside, sense=sense)


def _without(found: Cut, aside: frozenset[int]) -> Cut:
    kept = [i for i, idea in enumerate(found.ideas) if idea.row not in aside]
    return Cut(ideas=tuple(found.ideas[i] for i in kept), texts=tuple(found.texts[i] for i in kept))


def _assigned(
    found: Cut, given: Sequence[Given], embedder: Embedder, rows: Sequence[Row]
) -> Placed:
    """Ideas under the given themes; an idea comes again for each further theme that it bears."""
    places: dict[int, list[int]] = defaultdict(list)
    for i, idea in enumerate(found.ideas):
        places[idea.row].append(i)
    wholes = [row.answer for row in rows if row.answer.row in places]
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(wholes), TOGETHER):
        part = wholes[start : start + TOGETHER]
        owned = [places[answer.row] for answer in part]
        pairs += _pairs(found, owned, [answer.text for answer in part], given, embedder)
    kept = np.array([i for i, _ in pairs], dtype=np.int64)
    again = Cut(
        ideas=tuple(found.ideas[i] for i in kept), texts=tuple(found.texts[i] for i in kept)
    )
    labels = np.array([theme for _, theme in pairs], dtype=np.int64)
    assert found.sense is not None
    points = _points(again.texts, learn_on(again.texts, found.sense), found.sense)
    return _placed(again, points, labels, np.arange(len(given)))


def _pairs(
    found: Cut,
    owned: Sequence[list[int]],
    texts: Sequence[str],
    given: Sequence[Given],
    embedder: Embedder,
) -> list[tuple[int, int]]:
    """(idea, theme) pairs of some answers: ``owned`` are the places of each one's ideas."""
    assert found.sense is not None
    ideas = [found.texts[i] for places in owned for i in places]
    meant = meanings(texts, embedder).of(texts)
    said = Said(
        texts=texts,
        meaning=meant,
        ideas=ideas,
        ideas_meaning=found.sense.of(ideas),
        owners=np.repeat(np.arange(len(owned)), [len(places) for places in owned]),
        points=learn(texts, meant).place(texts, meant) if len(texts) > 1 else meant,
    )
    scores = assign(said, given, embedder)
    pairs: list[tuple[int, int]] = []
    start = 0
    for answer, places in enumerate(owned):
        own = scores.ideas[start : start + len(places)]
        pairs += [(places[i], t) for i, t in shared_out(own, scores.themes_of(answer))]
        start += len(places)
    return pairs


def _discovered(found: Cut, sense: Meanings) -> Placed:
    """Groups of the ideas that speak of something; the others have no theme (label -1)."""
    texts = found.texts
    labels = np.full(len(texts), -1, dtype=np.int64)
    spoken = np.array([i for i, text in enumerate(texts) if has_subject(text)], dtype=np.int64)
    if len({texts[i] for i in spoken}) < 2:
        labels[spoken] = 0
        return _placed(found, sense.of(texts), labels, np.zeros(1, np.int64))
    points = _points(texts, learn_on([texts[i] for i in spoken], sense), sense)
    groups = group(points[spoken], answers=len({found.ideas[i].row for i in spoken}))
    labels[spoken] = groups.labels
    return _placed(found, points, labels, groups.parents)


def learn_on(texts: Sequence[str], sense: Meanings) -> Space:
    """The space of ``texts``, learned on some of them, evenly spread."""
    sample = [texts[i] for i in spread(len(texts), LEARNED_ON)]
    return learn(sample, sense.of(sample))


def _points(texts: Sequence[str], space: Space, sense: Meanings) -> Matrix:
    """Points of ``texts``, a part at a time."""
    parts = [
        space.place(part, sense.of(part))
        for start in range(0, len(texts), AT_ONCE)
        for part in [texts[start : start + AT_ONCE]]
    ]
    return np.vstack(parts)


def _placed(found: Cut, points: Matrix, labels: Labels, parents: Labels | None) -> Placed:
    return Placed(
        ideas=found.ideas,
        texts=found.texts,
        points=points,
        labels=np.asarray(labels, dtype=np.int64),
        parents=np.zeros(1, np.int64) if parents is None else parents,
    )
