"""What comes first: « signé avant la remise des clés » is not « recevez les clés, puis signez »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.reach import ENOUGH, coverage
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span

WHY = "L’ordre des démarches change : la personne ferait les choses dans le mauvais sens."
_THEN = re.compile(r"(?<!\w)(?:puis|ensuite|apres quoi|et enfin)(?!\w)")
_BEFORE = re.compile(
    r"(?<!\w)(?:avant|prealablement a|prealable a)(?: d[e']| l[ae']| les| tout[e]?)(?= ?[a-z])"
)
_AFTER = re.compile(r"(?<!\w)(?:apres|a la suite d[e'u]|une fois)(?= ?[a-z])")
_FIRST = re.compile(r"(?<!\w)(?:d'abord|en premier|en priorite|les premiers)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:rest\w+|ensuite|puis|apres)(?!\w)")
#: « ne débutent pas avant X »: X comes first.
_NOT = re.compile(r"(?<!\w)(?:pas|jamais) $")
_EACH = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """``first`` comes before ``second``; ``span`` holds both."""

    first: list[Word]
    second: list[Word]
    span: Span


def compare_order(sides: Sides) -> list[Finding]:
    written = orders(sides.draft)
    findings = []
    for said in orders(sides.source):
        for other in written:
            if _reversed(said, other) and _near(sides, said, other):
                findings.append(
                    finding(
                        "ordre.inversion", "bloquant", "L’ordre des étapes est inversé", WHY,
                        source=said.span, draft=other.span,
                        source_text=sides.source.text, draft_text=sides.draft.text,
                    )
                )  # fmt: skip
                break
    return findings


def orders(side: Side) -> list[Order]:
    found = []
    for pattern, turned in ((_THEN, False), (_BEFORE, False), (_AFTER, True)):
        for match in pattern.finditer(side.plain):
            index = side.sentence_of(match.start())
            before = [w for w in side.content(index) if w.end <= match.start()]
            after = [w for w in side.content(index) if w.start >= match.end()]
            span = side.sentences[index]
            if not before and index and pattern is _THEN:
                before = side.content(index - 1)
                span = Span(start=side.sentences[index - 1].start, end=span.end)
            if before and after:
                denied = bool(_NOT.search(side.plain[: match.start()][-8:]))
                first, second = (after, before) if turned ^ denied else (before, after)
                found.append(Order(first=first[:6], second=second[:6], span=span))
    return found + _first_then(side)


def _first_then(side: Side) -> list[Order]:
    """« Les A choisissent d'abord. Ce qui reste va aux B. »"""
    found = []
    for index in range(len(side.sentences) - 1):
        one, two = side.plain_sentence(index), side.plain_sentence(index + 1)
        if _FIRST.search(one) and _REST.search(two):
            span = Span(start=side.sentences[index].start, end=side.sentences[index + 1].end)
            first, second = side.content(index), side.content(index + 1)
            found.append(Order(first=first[:6], second=second[:6], span=span))
    return found


def _reversed(said: Order, written: Order) -> bool:
    crossed = (coverage(said.first, written.second), coverage(said.second, written.first))
    straight = coverage(said.first, written.first) + coverage(said.second, written.second)
    return min(crossed) >= _EACH and sum(crossed) > straight + 0.4


def _near(sides: Sides, said: Order, written: Order) -> bool:
    row = sides.likeness[sides.source.sentence_of(said.span.start)]
    last = sides.draft.sentence_of(max(written.span.start, written.span.end - 1))
    return max(row[sides.draft.sentence_of(written.span.start)], row[last]) >= ENOUGH
