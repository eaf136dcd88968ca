"""What rewriting by rule takes and gives. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.findings import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """One rule that fired: ``rule`` is its stable name, ``reason`` a French sentence."""

    rule: str
    reason: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RewrittenSentence:
    """A sentence of the source and what stands for it, one or several sentences."""

    source: Span
    text: Span
    applied: tuple[Applied, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewriting:
    """``text`` and, sentence by sentence, where each came from and which rules fired."""

    source: str
    text: str
    sentences: tuple[RewrittenSentence, ...]

    @property
    def applied(self) -> tuple[Applied, ...]:
        """Every rule that fired, in reading order."""
        return tuple(rule for sentence in self.sentences for rule in sentence.applied)

    @property
    def changed(self) -> bool:
        return self.text != self.source
