"""A value with the words that bound it, and the sentence that holds it."""

from __future__ import annotations

import re

from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import WHY, finding
from beffroi.findings import Finding, Severity, Span
from beffroi.french.flat import bare_same_length, flat

_EDGE = re.compile(r"[.;:!?()\n]|, ")


def wide(side: Side, fact: Fact) -> Span:
    """The value with the words that bound it: its clause, forty characters each way at most."""
    sentence = side.sentences[side.sentence_of(fact.span.start)]
    low, high = max(sentence.start, fact.span.start - 40), min(sentence.end, fact.span.end + 40)
    before = _EDGE.split(side.plain[low : fact.span.start])[-1]
    after = _EDGE.split(side.plain[fact.span.end : high])[0]
    if low > sentence.start and len(before) == fact.span.start - low:
        before = before.partition(" ")[2]
    if high < sentence.end and len(after) == high - fact.span.end:
        after = after.rpartition(" ")[0]
    return Span(
        start=fact.span.start - len(before.lstrip()), end=fact.span.end + len(after.rstrip())
    )


def sentence_with(sides: Sides, fact: Fact) -> str:
    return sentence_of_side(sides.draft, fact)


def sentence_of_side(side: Side, fact: Fact) -> str:
    span = side.sentences[side.sentence_of(fact.span.start)]
    return bare_same_length(flat(span.of(side.text)))


def value_finding(
    kind: str, severity: Severity, heading: str, fact: Fact, twin: Fact, sides: Sides
) -> Finding:
    return finding(
        f"{fact.family}.{kind}" if "." not in kind else kind,
        severity,
        heading,
        WHY[fact.family],
        source=wide(sides.source, fact),
        draft=wide(sides.draft, twin),
        source_text=sides.source.text,
        draft_text=sides.draft.text,
        suggestion=fact.text,
    )
