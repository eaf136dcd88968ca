"""The two texts read once: sentences, words, facts, and how the sentences answer each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.fidelity.facts import facts
from beffroi.fidelity.likeness import likeness_table
from beffroi.fidelity.passages import sentences
from beffroi.fidelity.set_apart import set_apart
from beffroi.fidelity.types import Fact
from beffroi.fidelity.words import Word, read_words
from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two texts. ``words[i]`` are the words of ``sentences[i]``.

    ``plain`` is the text without accents, capitals nor line feeds, character for character.
    """

    text: str
    plain: str
    sentences: tuple[Span, ...]
    words: tuple[tuple[Word, ...], ...]
    facts: tuple[Fact, ...]
    starts: tuple[int, ...]

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds ``offset`` (the one before, between two)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def plain_sentence(self, index: int) -> str:
        return self.sentences[index].of(self.plain)

    def content(self, index: int) -> list[Word]:
        return [word for word in self.words[index] if word.content]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """``likeness[i][j]`` (0 to 1) between sentence i of the source and j of the draft.

    ``common`` holds the sentences that are in both; ``source`` and ``draft`` see the others only.
    ``facing`` pairs sentences that stand at the same place between common ones.
    """

    source: Side
    draft: Side
    likeness: tuple[tuple[float, ...], ...]
    common: Side
    facing: tuple[tuple[int, int], ...] = ()

    def best_draft(self, index: int) -> tuple[int | None, float]:
        """The draft sentence that answers source sentence ``index`` best, and how much."""
        return _best(self.likeness[index]) if self.likeness else (None, 0.0)

    def best_source(self, index: int) -> tuple[int | None, float]:
        return _best([row[index] for row in self.likeness])


def read_side(text: str, kept: str | None = None) -> Side:
    """``kept`` is ``text`` with the parts to ignore made blank (same length)."""
    whole, text = text, text if kept is None else kept
    spans = tuple(sentences(text))
    starts = tuple(span.start for span in spans)
    grouped: list[list[Word]] = [[] for _ in spans]
    for word in read_words(text):
        index = bisect_right(starts, word.start) - 1
        if index >= 0:
            grouped[index].append(word)
    return Side(
        text=whole,
        plain=bare_same_length(flat(text)),
        sentences=spans,
        words=tuple(tuple(group) for group in grouped),
        facts=tuple(facts(text)),
        starts=starts,
    )


def read_sides(source: str, draft: str) -> Sides:
    """Both texts without the sentences that they share, which are read apart as ``common``."""
    apart = set_apart(source, draft)
    first, second = read_side(source, apart.source), read_side(draft, apart.draft)
    return Sides(
        source=first,
        draft=second,
        likeness=likeness_table(first, second),
        common=read_side(apart.common),
        facing=tuple(
            (first.sentence_of(one.start), second.sentence_of(two.start))
            for one, two in apart.facing
        ),
    )


def _best(row: Sequence[float]) -> tuple[int | None, float]:
    if not row:
        return None, 0.0
    index = max(range(len(row)), key=row.__getitem__)
    return index, row[index]
