"""An administrative expression that has a common equivalent."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.rewrite.substitute import substitute
from beffroi.clarity.rules.rule import Hit, Reading, Rule
from beffroi.findings import Span


def find(reading: Reading) -> Iterator[Hit]:
    for span in reading.sentences:
        for applied in substitute(span.of(reading.text))[1]:
            start = reading.text.find(applied.before, span.start, span.end)
            if start >= 0:
                yield Hit(
                    span=Span(start=start, end=start + len(applied.before)),
                    message=f"Tournure administrative ({applied.reason.lower()}).",
                    suggestion=applied.after,
                )


RULE = Rule(
    name="mot_administratif",
    title="Mot administratif",
    reason="Un mot de tous les jours dit la même chose.",
    reference="RLS 6.4 et 6.5",
    find=find,
    severity="a_verifier",
)
