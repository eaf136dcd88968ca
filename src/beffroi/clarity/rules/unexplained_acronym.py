"""An acronym that the text never explains."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import acronyms
from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule


def find(reading: Reading) -> Iterator[Hit]:
    for span in acronyms(reading.text):
        yield Hit(
            span=span,
            message=f"« {span.of(reading.text)} » n’est pas expliqué la première fois.",
        )


RULE = Rule(
    name="sigle_inexplique",
    title="Sigle non expliqué",
    reason="Un même sigle a souvent plusieurs sens ; écrivez-le en toutes lettres d’abord.",
    reference="RLS 6.4 et 6.7",
    find=find,
    severity="a_verifier",
    caution=FIDELITY_FIRST + "n’écrivez le sens d’un sigle que si vous en êtes sûr.",
)
