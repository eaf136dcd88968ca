"""A paragraph longer than 80 words (40 for a FALC draft)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule
from beffroi.french import word_texts

_LIMITS = {"langage-clair": 80, "falc": 40}
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n\s*\n|\n(?=[-–—•#])|\Z))", re.DOTALL)


def find(reading: Reading) -> Iterator[Hit]:
    limit = _LIMITS[reading.audience]
    for span, match in reading.found(_PARAGRAPH):
        length = len(word_texts(match[0]))
        if length > limit:
            yield Hit(span=span, message=f"Ce paragraphe compte {length} mots (repère : {limit}).")


RULE = Rule(
    name="paragraphe_long",
    title="Paragraphe long",
    reason="Un bloc de texte décourage ; un paragraphe par idée aide à s’y retrouver.",
    reference="RLS 1.12 ; ISO 24495-1 (langage clair)",
    find=find,
)
