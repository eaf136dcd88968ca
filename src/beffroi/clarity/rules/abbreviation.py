"""An abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_WORDS = {
    "cf.": "voir",
    "p. ex.": "par exemple",
    "art.": "article",
    "al.": "alinéa",
    "réf.": "référence",
    "tél.": "téléphone",
    "env.": "environ",
    "max.": "maximum",
    "min.": "minimum",
    "c.-à-d.": "c’est-à-dire",
    "rdv": "rendez-vous",
    "bd": "boulevard",
    "av.": "avenue",
}
_ABBREVIATION = re.compile(
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})(?!\w)", re.I
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_ABBREVIATION):
        yield Hit(span=span, message="Abréviation.", suggestion=_WORDS[match[0].lower()])


RULE = Rule(
    name="abreviation",
    title="Abréviation",
    reason="Un mot entier se lit ; une abréviation se devine.",
    reference="RLS 6.4",
    find=find,
)
