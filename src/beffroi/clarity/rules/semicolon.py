"""A semicolon inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_SEMICOLON = re.compile(r";(?!\s*(?:\n|$))")


def find(reading: Reading) -> Iterator[Hit]:
    for span, _ in reading.found(_SEMICOLON):
        yield Hit(span=span, message="Point-virgule : un point ferait deux phrases plus courtes.")


RULE = Rule(
    name="point_virgule",
    title="Point-virgule",
    reason="Une ponctuation simple se lit sans hésiter.",
    reference="RLS 4.2",
    find=find,
)
