"""A long text without any heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule
from beffroi.french import word_texts

_HEADING = re.compile(r"^(?:#{1,6} .+|[^\n.!?;,]{3,70})$", re.MULTILINE)


def find(reading: Reading) -> Iterator[Hit]:
    text = reading.text.strip()
    if len(word_texts(text)) > 200 and not _HEADING.search(text):
        first = reading.sentences[0]
        yield Hit(span=first, message="Texte long sans aucun intertitre.")


RULE = Rule(
    name="sans_intertitre",
    title="Texte sans intertitre",
    reason="Des intertitres permettent de trouver ce que l’on cherche.",
    reference="RLS 6.2",
    find=find,
)
