"""« procéder à la vérification de » where « vérifier » would do."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.rewrite.nominal import denominalise
from beffroi.clarity.rules.rule import Hit, Reading, Rule
from beffroi.findings import Span


def find(reading: Reading) -> Iterator[Hit]:
    for span in reading.sentences:
        for applied in denominalise(span.of(reading.text))[1]:
            start = reading.text.find(applied.before, span.start)
            yield Hit(
                span=Span(start=start, end=start + len(applied.before)),
                message="Un nom d’action remplace ici un verbe.",
                suggestion=applied.after,
            )


RULE = Rule(
    name="nom_d_action",
    title="Nom à la place d’un verbe",
    reason="« vérifier » se comprend plus vite que « procéder à la vérification de ».",
    reference="ISO 24495-1 (langage clair) ; RLS 6.4",
    find=find,
)
