"""An impersonal turn that hides who must act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rewrite.duties import state_duties
from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.findings import Span

_IMPERSONAL = re.compile(
    r"\b[Ii]l (?:appartient|incombe|revient|appartiendra|incombera|reviendra|convient|est procédé"
    r"|est rappelé"
    r"|est précisé|est entendu|est fait|sera procédé|sera fait|est demandé)\b"
)


def find(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.sentences:
        applied = state_duties(sentence.of(reading.text))[1]
        for match in _IMPERSONAL.finditer(reading.text, sentence.start, sentence.end):
            given = next((a for a in applied if a.before.startswith(match[0])), None)
            end = match.start() + len(given.before) if given else match.end()
            yield Hit(
                span=Span(start=match.start(), end=end),
                message="Tournure impersonnelle : dites qui doit agir, si le texte le dit.",
                suggestion=given.after if given else "",
            )


RULE = Rule(
    name="tournure_impersonnelle",
    title="Tournure impersonnelle",
    reason="Le lecteur doit savoir si c’est à lui d’agir.",
    reference="RLS 7.4",
    find=find,
    caution=FIDELITY_FIRST + "n’inventez pas qui doit agir.",
)
