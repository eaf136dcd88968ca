"""A sentence longer than 20 words (12 for a FALC draft)."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_LIMITS = {"langage-clair": 20, "falc": 12}


def find(reading: Reading) -> Iterator[Hit]:
    limit = _LIMITS[reading.audience]
    for span, words, _ in reading.each():
        if len(words) > limit:
            yield Hit(
                span=span, message=f"Cette phrase compte {len(words)} mots (repère : {limit})."
            )


RULE = Rule(
    name="phrase_longue",
    title="Phrase longue",
    reason="Une phrase, une idée : le lecteur ne doit pas avoir à revenir en arrière.",
    reference="RLS 4.1 ; ISO 24495-1 (langage clair)",
    find=find,
    severity="a_verifier",
)
