"""What a clarity rule is, and the text that it reads. No I/O here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from beffroi.findings import Severity, Span
from beffroi.french import sentences, words

Audience = Literal["langage-clair", "falc"]
BOTH: frozenset[Audience] = frozenset({"langage-clair", "falc"})
PLAIN_ONLY: frozenset[Audience] = frozenset({"langage-clair"})
FALC_ONLY: frozenset[Audience] = frozenset({"falc"})

#: Beside every rule that could push to distort.
FIDELITY_FIRST = "Cette règle cède toujours devant la fidélité : "


@dataclass(frozen=True)
class Reading:
    """A text read once for all the rules: its sentences and their words, as offsets."""

    text: str
    audience: Audience = "langage-clair"

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(sentences(self.text))

    @cached_property
    def words(self) -> tuple[tuple[Span, ...], ...]:
        """The words of each sentence, with offsets in the whole text."""
        return tuple(
            tuple(
                Span(start=span.start + word.start, end=span.start + word.end)
                for word in words(span.of(self.text))
            )
            for span in self.sentences
        )

    def each(self) -> Iterator[tuple[Span, tuple[Span, ...], list[str]]]:
        """Sentence, its words as spans, and as lower-case strings."""
        for span, spans in zip(self.sentences, self.words, strict=True):
            yield span, spans, [word.of(self.text).lower() for word in spans]

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
        """Every match of ``pattern`` with its span."""
        for match in pattern.finditer(self.text):
            yield Span(start=match.start(), end=match.end()), match


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage that a rule stops at, what to say of it, and what could stand instead."""

    span: Span
    message: str
    suggestion: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule: ``find`` gives its passages; ``caution`` says where fidelity comes first."""

    name: str
    title: str
    reason: str
    reference: str
    find: Callable[[Reading], Iterator[Hit]]
    audiences: frozenset[Audience] = BOTH
    severity: Severity = "information"
    caution: str = ""
