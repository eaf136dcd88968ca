"""A word that few people meet."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import is_rare, simple
from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule


def find(reading: Reading) -> Iterator[Hit]:
    seen: set[str] = set()
    for _, spans, _ in reading.each():
        for span in spans:
            word = span.of(reading.text)
            plain = simple(word)
            if word.islower() and plain not in seen and is_rare(plain):
                seen.add(plain)
                yield Hit(
                    span=span, message=f"« {word} » est un mot rare : remplacez-le ou expliquez-le."
                )


RULE = Rule(
    name="mot_rare",
    title="Mot rare",
    reason="Un mot que l’on ne rencontre presque jamais arrête la lecture.",
    reference="RLS 6.7",
    find=find,
    caution=FIDELITY_FIRST + "un mot de droit s’explique, il ne se remplace pas.",
)
