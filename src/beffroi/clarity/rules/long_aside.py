"""A long aside between two commas, near the beginning of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.findings import Span
from beffroi.french import word_texts

_ASIDE = re.compile(r",([^,.;:!?()«»\n]{40,}?),(?=[ \u00a0]\w)")

#: « …, le stationnement est interdit rue du Four, … »: the main clause, not an aside.
_MAIN = re.compile(
    r"(?:les?|la|l[’']|une?|ce|cet|cette|ces|il|elle|ils|elles|vous|nous|on)\b(?:(?!\bqui\b).)*?"
    r"\b(?:est|sont|sera|seront|a|ont|doit|doivent|peut|peuvent|devez|pouvez|faut)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Hit]:
    for span in reading.sentences:
        match = _ASIDE.search(reading.text, span.start, span.end)
        if match and len(word_texts(match[1])) >= 8 and not _MAIN.match(match[1].strip()):
            yield Hit(
                span=Span(start=match.start(1) + 1, end=match.end(1)),
                message="Longue incise : elle sépare des mots qui vont ensemble.",
            )


RULE = Rule(
    name="incise",
    title="Longue incise",
    reason="Le lecteur perd le fil entre le sujet et le verbe.",
    reference="RLS 4.1",
    find=find,
    caution=FIDELITY_FIRST + "ce que dit l’incise fait l’objet d’une phrase, il ne disparaît pas.",
)
