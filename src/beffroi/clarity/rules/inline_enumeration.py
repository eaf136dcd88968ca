"""Four items or more in one sentence, which a list would show better."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule
from beffroi.french import word_texts

_SEPARATOR = re.compile(
    r",(?=[ \u00a0](?:les?|la|l[’']|des?|du|d[’']|une?|à|aux?|\w+er\b))"
    r"|[ \u00a0](?:et|ou)[ \u00a0]|;"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span in reading.sentences:
        text = span.of(reading.text)
        if len(_SEPARATOR.findall(text)) >= 4 and len(word_texts(text)) > 20:
            yield Hit(span=span, message="Énumération dans la phrase : présentez-la en liste.")


RULE = Rule(
    name="enumeration",
    title="Énumération sans liste",
    reason="Une liste montre combien d’éléments il y a, et les sépare.",
    reference="RLS 4.1 et 4.3",
    find=find,
)
