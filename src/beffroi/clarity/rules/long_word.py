"""A word of five syllables or more, for FALC drafts."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.rules.rule import FALC_ONLY, FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.french import syllables

_MOST = 4


def find(reading: Reading) -> Iterator[Hit]:
    seen: set[str] = set()
    for _, spans, low in reading.each():
        for span, word in zip(spans, low, strict=True):
            if word.isalpha() and word not in seen and syllables(word) > _MOST:
                seen.add(word)
                yield Hit(span=span, message=f"« {word} » compte {syllables(word)} syllabes.")


RULE = Rule(
    name="mot_long",
    title="Mot long",
    reason="Un mot court se lit d’un coup d’œil.",
    reference="Règles européennes du facile à lire (2009)",
    find=find,
    audiences=FALC_ONLY,
    caution=FIDELITY_FIRST + "un mot de droit reste et s’explique.",
)
