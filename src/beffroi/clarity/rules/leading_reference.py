"""A sentence that begins with a legal reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.findings import Span

_LEADING = re.compile(
    r"(?:conformément|en application|en vertu|aux termes|sur le fondement|vu)\b[^,.]{0,160}?"
    r"\b(?:article|loi|décret|code|arrêté|règlement|délibération|ordonnance)\b[^,]*",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Hit]:
    for span in reading.sentences:
        match = _LEADING.match(reading.text, span.start, span.end)
        if match and match.end() < span.end - 1:
            yield Hit(
                span=Span(start=match.start(), end=match.end()),
                message="La phrase commence par une référence : dites d’abord la règle.",
            )


RULE = Rule(
    name="reference_en_tete",
    title="Référence en tête de phrase",
    reason="L’important d’abord ; le texte de loi ensuite.",
    reference="RLS 6.2",
    find=find,
    caution=FIDELITY_FIRST + "la référence se déplace, elle ne disparaît pas.",
)
