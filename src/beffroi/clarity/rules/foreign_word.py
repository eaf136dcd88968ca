"""A Latin or English word that has a French equivalent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_WORDS = {
    "a priori": "au premier abord",
    "a posteriori": "après coup",
    "ad hoc": "prévu pour cela",
    "de facto": "en fait",
    "ex aequo": "à égalité",
    "in fine": "à la fin",
    "in situ": "sur place",
    "intuitu personae": "en raison de la personne",
    "prorata": "proportion",
    "sine die": "sans date fixée",
    "sine qua non": "indispensable",
    "statu quo": "situation actuelle",
    "ultra petita": "au-delà de la demande",
    "benchmark": "comparaison",
    "brainstorming": "recherche d’idées",
    "briefing": "réunion de préparation",
    "coworking": "travail partagé",
    "deadline": "date limite",
    "digital": "numérique",
    "e-learning": "formation en ligne",
    "feedback": "retour",
    "flyer": "prospectus",
    "hotline": "assistance par téléphone",
    "mailing": "envoi par courriel",
    "newsletter": "lettre d’information",
    "open data": "données ouvertes",
    "planning": "calendrier",
    "process": "procédure",
    "reporting": "compte rendu",
    "template": "modèle",
    "workshop": "atelier",
}
_FOREIGN = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})\b", re.I
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_FOREIGN):
        yield Hit(
            span=span,
            message=f"« {match[0]} » n’est pas connu de tous.",
            suggestion=_WORDS[match[0].lower()],
        )


RULE = Rule(
    name="mot_etranger",
    title="Mot latin ou anglais",
    reason="Le mot français est compris de tous.",
    reference="RLS 5.5",
    find=find,
)
