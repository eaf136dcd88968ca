"""The two texts read once: sentences, words, facts, and how the sentences answer each other."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from beffroi.fidelity.facts import facts
from beffroi.fidelity.passages import sentences
from beffroi.fidelity.types import Fact
from beffroi.fidelity.words import Word, content_words
from beffroi.findings import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two texts."""

    text: str
    sentences: tuple[Span, ...]
    words: tuple[tuple[Word, ...], ...]
    facts: tuple[Fact, ...]

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds ``offset`` (the one before, between two)."""
        starts = [span.start for span in self.sentences]
        return max(0, bisect_right(starts, offset) - 1)

    def stems(self, index: int) -> set[str]:
        return {word.stem for word in self.words[index]}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """``likeness[i][j]`` (0 to 1) between sentence i of the source and j of the draft."""

    source: Side
    draft: Side
    likeness: tuple[tuple[float, ...], ...] = field(default=())

    def best_draft(self, index: int) -> tuple[int | None, float]:
        """The draft sentence that answers source sentence ``index`` best."""
        return _best(self.likeness[index]) if self.likeness else (None, 0.0)

    def best_source(self, index: int) -> tuple[int | None, float]:
        return _best([row[index] for row in self.likeness])


def read_side(text: str) -> Side:
    spans = tuple(sentences(text))
    words = tuple(_words_in(text, span) for span in spans)
    return Side(text=text, sentences=spans, words=words, facts=tuple(facts(text)))


def read_sides(source: str, draft: str) -> Sides:
    first, second = read_side(source), read_side(draft)
    return Sides(source=first, draft=second, likeness=_likeness(first, second))


def _words_in(text: str, span: Span) -> tuple[Word, ...]:
    return tuple(
        Word(stem=word.stem, start=word.start + span.start, end=word.end + span.start)
        for word in content_words(span.of(text))
    )


def _best(row: tuple[float, ...] | list[float]) -> tuple[int | None, float]:
    if not row:
        return None, 0.0
    index = max(range(len(row)), key=row.__getitem__)
    return index, row[index]


def _likeness(source: Side, draft: Side) -> tuple[tuple[float, ...], ...]:
    weight = _weights(source, draft)
    left = [_keys(source, i) for i in range(len(source.sentences))]
    right = [_keys(draft, j) for j in range(len(draft.sentences))]
    return tuple(tuple(_overlap(a, b, weight) for b in right) for a in left)


def _keys(side: Side, index: int) -> set[str]:
    span = side.sentences[index]
    values = {
        f"={'/'.join(fact.value[-2:])}"
        for fact in side.facts
        if span.start <= fact.span.start < span.end
    }
    return side.stems(index) | values


def _weights(source: Side, draft: Side) -> dict[str, float]:
    """Rare words weigh more: they tell which sentence answers which."""
    sides = [(side, i) for side in (source, draft) for i in range(len(side.sentences))]
    count = Counter(key for side, i in sides for key in _keys(side, i))
    total = max(len(sides), 2)
    return {key: math.log(1 + total / seen) for key, seen in count.items()}


def _overlap(left: set[str], right: set[str], weight: dict[str, float]) -> float:
    """Shared weight over the smaller side: a split or merged sentence still answers."""
    if not left or not right:
        return 0.0
    shared = sum(weight[key] for key in left & right)
    smaller = min(sum(weight[k] for k in left), sum(weight[k] for k in right))
    larger = max(sum(weight[k] for k in left), sum(weight[k] for k in right))
    return 0.6 * shared / smaller + 0.4 * shared / larger
