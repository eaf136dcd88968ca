"""Several words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{3,}(?:[ \u00a0’'-]+(?:[A-ZÀ-Ý]{1,}[’']?)){2,}\b")


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_CAPITALS):
        yield Hit(
            span=span,
            message="Mots en majuscules.",
            suggestion=match[0][:1] + match[0][1:].lower(),
        )


RULE = Rule(
    name="majuscules",
    title="Texte en majuscules",
    reason="On reconnaît les mots à leur forme, que les majuscules effacent.",
    reference="RLS 1.6",
    find=find,
)
