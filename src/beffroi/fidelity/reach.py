"""Where in the draft a source sentence is answered, and whether given words are there."""

from __future__ import annotations

from collections.abc import Iterable

from beffroi.fidelity.lexicon import close
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.vectors import NEAR, nearness
from beffroi.fidelity.words import Word
from beffroi.findings import Span

#: A sentence at least this alike is part of the answer.
ENOUGH = 0.18


def answers(sides: Sides, index: int) -> list[int]:
    """Draft sentences that answer source sentence ``index``, with their neighbours."""
    row = sides.likeness[index]
    return _with_neighbours(row, len(sides.draft.sentences))


def origins(sides: Sides, index: int) -> list[int]:
    """Source sentences that draft sentence ``index`` answers, with their neighbours."""
    column = [row[index] for row in sides.likeness]
    return _with_neighbours(column, len(sides.source.sentences))


def _with_neighbours(scores: Iterable[float], count: int) -> list[int]:
    row = list(scores)
    if count <= 6:
        return list(range(count))
    strong = [j for j, score in enumerate(row) if score >= ENOUGH]
    if not strong:
        strong = [max(range(count), key=row.__getitem__)] if count else []
    near = {j + step for j in strong for step in (-1, 0, 1)}
    return sorted(j for j in near if 0 <= j < count)


def words_of(side: Side, indexes: Iterable[int]) -> list[Word]:
    return [word for index in indexes for word in side.words[index] if word.content]


def text_of(side: Side, indexes: Iterable[int]) -> str:
    """The plain text of these sentences, joined by spaces."""
    return " ".join(side.plain_sentence(index) for index in indexes)


def coverage(words: list[Word], others: list[Word], *, near: float = NEAR) -> float:
    """Share of ``words`` that have a close word among ``others`` (1 when there are none)."""
    return 1.0 if not words else 1 - len(unmatched(words, others, near=near)) / len(words)


def unmatched(words: list[Word], others: list[Word], *, near: float = NEAR) -> list[Word]:
    """Those of ``words`` that nothing among ``others`` may say."""
    keys = {other.key for other in others}
    written = {other.written for other in others}
    left = [w for w in words if w.key not in keys and not any(close(w.key, k) for k in keys)]
    return [w for w in left if not any(nearness(w.written, o) >= near for o in written)]


def own_coverage(
    words: list[Word], rest: list[Word], others: list[Word], *, near: float = NEAR
) -> float:
    """Share of ``words`` that have a word of their own among ``others``: one that says a word of
    ``rest`` (what surrounds them) exactly cannot also say, more loosely, one of theirs."""
    if not words:
        return 1.0
    keys = {w.key for w in words}
    taken = {w.key for w in rest} - keys
    free = [o for o in others if o.key not in taken]
    return coverage(words, free, near=near)


def sentence_span(side: Side, offset: int) -> Span:
    return side.sentences[side.sentence_of(offset)]
