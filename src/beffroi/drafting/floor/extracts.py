"""The sentences that carry a text: ranked by what they hold, kept in the order of the text.

A sentence weighs by the frequent content words that it holds (how much it stands for the whole),
by the facts that it gives (numbers, dates, places, decisions) and by coming early.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from beffroi.drafting.floor.act import read_act
from beffroi.drafting.floor.questions import DECISION, DUTY, EXCEPTION, REMEDY, RISK
from beffroi.drafting.floor.spans import when_spans, where_spans
from beffroi.findings import Span

_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Extract:
    """A sentence of the text. ``passage`` is its number among the passages, from 1."""

    text: str
    span: Span
    passage: int


def passages(text: str) -> list[Span]:
    """The sentences that may be cited, in order: rules and reasons, titles and formulas apart."""
    act = read_act(text)
    return [line.span for line in act.all("regle", "motif") if len(act.of(line).split()) > 3]


def best_extracts(text: str, count: int) -> tuple[Extract, ...]:
    """The ``count`` sentences that carry most, in the order of the text."""
    spans = passages(text)
    words = [" ".join(span.of(text).split()) for span in spans]
    frequent = Counter(word.lower() for sentence in words for word in set(_WORD.findall(sentence)))
    scores = [
        _score(text, span, sentence, frequent, place / max(1, len(spans)))
        for place, (span, sentence) in enumerate(zip(spans, words, strict=True))
    ]
    chosen: list[int] = []
    for place in sorted(range(len(spans)), key=lambda place: -scores[place]):
        if len(chosen) < count and not any(_alike(words[place], words[one]) for one in chosen):
            chosen.append(place)
    return tuple(
        Extract(text=words[place], span=spans[place], passage=place + 1) for place in sorted(chosen)
    )


def _score(text: str, span: Span, sentence: str, frequent: Counter[str], depth: float) -> float:
    content = [word.lower() for word in _WORD.findall(sentence)]
    theme = sum(frequent[word] - 1 for word in set(content)) / (len(set(content)) ** 0.5 or 1)
    cues = sum(
        pattern.search(sentence) is not None
        for pattern in (DECISION, DUTY, EXCEPTION, RISK, REMEDY)
    )
    facts = bool(when_spans(text, within=span)) + bool(where_spans(text, within=span))
    facts += bool(re.search(r"\d", sentence))
    dangling = sentence.rstrip().endswith(":") or len(sentence.split()) < 6
    return theme + 2 * cues + facts + 2 * (1 - depth) - 6 * dangling - len(content) / 40


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(mine & theirs) > 0.8 * max(1, min(len(mine), len(theirs)))
