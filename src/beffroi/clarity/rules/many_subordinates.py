"""Three subordinate clauses or more in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import SUBORDINATORS
from beffroi.clarity.rules.rule import Hit, Reading, Rule

_MOST = {"langage-clair": 2, "falc": 1}


def find(reading: Reading) -> Iterator[Hit]:
    for span, _, low in reading.each():
        heads = [word.replace("’", "'").split("'")[0] for word in low]
        count = sum(head in SUBORDINATORS for head in heads)
        if count > _MOST[reading.audience]:
            yield Hit(span=span, message=f"{count} propositions emboîtées dans cette phrase.")


RULE = Rule(
    name="subordonnees",
    title="Propositions emboîtées",
    reason="Sujet, verbe, complément : la forme la plus facile à suivre.",
    reference="RLS 4.1",
    find=find,
    severity="a_verifier",
)
