"""Something said at a place of a text, and the words around it: which one answers which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beffroi.fidelity.lexicon import meanings
from beffroi.fidelity.sides import Side, Sides
from beffroi.findings import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """``kind`` is said at ``span``, in sentence ``sentence``; ``around`` weighs the words near."""

    kind: str
    span: Span
    sentence: int
    around: dict[str, float]


def mention(side: Side, kind: str, start: int, end: int) -> Mention:
    index = side.sentence_of(start)
    return Mention(
        kind=kind,
        span=Span(start=start, end=end),
        sentence=index,
        around=around(side, index, start, end),
    )


def around(side: Side, index: int, start: int, end: int) -> dict[str, float]:
    """Meanings of the words of the sentence, the nearest weighing most; not the span itself.

    A word beyond a mark of punctuation weighs a third of what it would in the same clause.
    """
    words = side.content(index)
    clause = _clause_at(side, index, start)
    before = [w for w in words if w.end <= start]
    after = [w for w in words if w.start >= end]
    weights: dict[str, float] = {}
    for run in (reversed(before), after):
        for distance, word in enumerate(run):
            weight = (1.0 if word.clause == clause else 0.35) / (1 + 0.25 * distance)
            for meaning in meanings(word.key):
                weights[meaning] = max(weights.get(meaning, 0.0), weight)
    return weights


def _clause_at(side: Side, index: int, start: int) -> int:
    clause = -1
    for word in side.words[index]:
        if word.start > start:
            return word.clause if clause < 0 else clause
        clause = word.clause
    return clause


def likeness(sides: Sides, source: Mention, draft: Mention) -> float:
    """How much the words around two mentions, and their sentences, agree (0 to about 2)."""
    shared = source.around.keys() & draft.around.keys()
    common = sum(min(source.around[k], draft.around[k]) for k in shared)
    size = min(sum(source.around.values()), sum(draft.around.values())) or 1.0
    return common / size + sides.likeness[source.sentence][draft.sentence]


def nearest(
    sides: Sides, source: Mention, drafts: Iterable[Mention]
) -> tuple[Mention | None, float]:
    """The draft mention whose surroundings answer those of ``source`` best."""
    best, best_score = None, 0.0
    for draft in drafts:
        score = likeness(sides, source, draft)
        if score > best_score:
            best, best_score = draft, score
    return best, best_score
