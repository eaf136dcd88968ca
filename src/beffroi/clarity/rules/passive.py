"""A passive turn."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import passives, simple
from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.findings import Span


def find(reading: Reading) -> Iterator[Hit]:
    for _, spans, low in reading.each():
        for start, stop in passives([simple(word) for word in low]):
            yield Hit(
                span=Span(start=spans[start].start, end=spans[stop - 1].end),
                message="Tournure passive : dites plutôt qui fait l’action, si le texte le dit.",
            )


RULE = Rule(
    name="voix_passive",
    title="Tournure passive",
    reason="La voix active dit qui agit, dans l’ordre où on l’attend.",
    reference="RLS 7.3",
    find=find,
    caution=FIDELITY_FIRST
    + "si le texte ne dit pas qui agit, gardez le passif, n’inventez personne.",
)
