"""Documents of a fictitious commune for the tests of the room."""

from __future__ import annotations

from beffroi.assistants.scripted import ScriptedIndex
from beffroi.assistants.types import Answer, Answered, Event
from beffroi.knowledge import Source

CANTINE = Source(
    id="cantine",
    title="Règlement du restaurant scolaire",
    text=(
        "L’inscription au restaurant scolaire est obligatoire et renouvelée chaque année avant le "
        "15 août, au guichet Enfance. Le dossier comprend :\n"
        "- la fiche de renseignements ;\n- une attestation d’assurance ;\n"
        "- l’attestation de quotient familial.\n\n"
        "Les repas sont annulés au plus tard l’avant-veille ouvrée à 10 h. Un repas non annulé est "
        "facturé, sauf absence pour maladie justifiée par un certificat médical.\n\n"
        "Le prix du repas est de 1 euro pour un quotient familial inférieur ou égal à 900 euros, "
        "de 3,20 euros entre 901 et 1 500 euros et de 4,60 euros au-delà."
    ),
)
PISCINE = Source(
    id="piscine",
    title="Piscine municipale",
    text="La piscine est ouverte le mercredi de 14 h à 19 h.\n\nL’entrée coûte 3 euros.",
    collection="sports",
)


def index() -> ScriptedIndex:
    return ScriptedIndex([CANTINE, PISCINE])


def last(events: object) -> Answer:
    """The whole answer, after checking that it ends the events."""
    found: list[Event] = list(events)  # type: ignore[call-overload]
    assert isinstance(found[-1], Answered)
    assert not any(isinstance(event, Answered) for event in found[:-1])
    return found[-1].answer
