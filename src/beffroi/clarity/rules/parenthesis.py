"""A parenthesis (a long one, for plain language)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.french import word_texts

_PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def find(reading: Reading) -> Iterator[Hit]:
    limit = 0 if reading.audience == "falc" else 8
    for span, match in reading.found(_PARENTHESIS):
        if len(word_texts(match[0])) > limit:
            yield Hit(
                span=span, message="Parenthèse : faites-en une phrase, ou placez-la à la fin."
            )


RULE = Rule(
    name="parenthese",
    title="Parenthèse",
    reason="Une parenthèse coupe la phrase en deux.",
    reference="RLS 4.2",
    find=find,
    caution=FIDELITY_FIRST + "ce que dit la parenthèse ne doit pas disparaître.",
)
