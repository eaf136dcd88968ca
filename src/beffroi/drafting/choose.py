"""Choosing between several ways of saying a sentence: fidelity first, clarity second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.drafting.checks import weight
from beffroi.drafting.types import Strategy
from beffroi.findings import Finding
from beffroi.french.sentences import sentences

#: Among equals: what the model wrote freely reads better than what it was forced to keep.
PREFERENCE: tuple[Strategy, ...] = ("modele", "repare", "liste", "regle", "origine", "plancher")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A text, how it was made, what the checks say against it, how hard it is to read."""

    text: str
    strategy: Strategy
    findings: tuple[Finding, ...]
    difficulty: float

    @property
    def faithful(self) -> bool:
        """Nothing blocking and nothing to check stands against it."""
        return all(finding.severity == "information" for finding in self.findings)


def choose(candidates: Sequence[Candidate]) -> Candidate:
    """The clearest of the faithful ones; without any, the one with the lightest findings."""
    faithful = [candidate for candidate in candidates if candidate.faithful]
    if faithful:
        return min(faithful, key=lambda c: (c.difficulty, PREFERENCE.index(c.strategy)))
    return min(
        candidates,
        key=lambda c: (weight(c.findings), c.difficulty, PREFERENCE.index(c.strategy)),
    )


def difficulty(text: str) -> float:
    """How hard ``text`` is to read: words of its mean and of its longest sentence, long words.

    Only good to compare two ways of saying the same thing; :mod:`beffroi.clarity` measures texts.
    """
    lengths = [len(span.of(text).split()) for span in sentences(text)]
    if not lengths:
        return 0.0
    words = re.findall(r"[^\W\d_]+", text)
    long_words = sum(len(word) > 9 for word in words)
    return sum(lengths) / len(lengths) + max(lengths) / 2 + 30 * long_words / max(1, len(words))
