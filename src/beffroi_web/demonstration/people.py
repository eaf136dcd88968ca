"""Who works in the fictitious commune. The addresses end in ``.test``: nothing can reach them."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi_web.collectivites.models import Role

PASSWORD = "beffroi-demonstration"  # noqa: S105 (printed on the terminal, on this machine only)
COMMUNE = "Commune de démonstration"
NEIGHBOUR = "Commune voisine de démonstration"

SHEET = {
    "address": "Mairie, 1, place de la Halle",
    "telephone": "01 99 00 12 00",
    "email": "mairie@demonstration.test",
    "website": "https://www.demonstration.test",
    "hours": "Du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 17 h, le samedi de 9 h à 12 h",
    "notes": "Services techniques : 01 99 00 12 34. Police municipale : 01 99 00 12 17.",
}

DIRECTIONS = ("Services techniques", "Enfance et éducation", "Culture", "Cabinet et communication")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    name: str
    email: str
    roles: tuple[str, ...]
    commune: str = COMMUNE


#: Who asks, and who keeps the documents.
AGENT, KEEPER = "agent@demonstration.test", "validateur@demonstration.test"

PEOPLE = (
    Person(name="Anaïs Roche", email=AGENT, roles=(Role.AGENT,)),
    Person(
        name="Bruno Keller",
        email=KEEPER,
        roles=(Role.AGENT, Role.VALIDATEUR),
    ),
    Person(name="Claire Nguyen", email="dpo@demonstration.test", roles=(Role.DPO,)),
    Person(
        name="David Morel",
        email="administrateur@demonstration.test",
        roles=(Role.AGENT, Role.ADMINISTRATEUR),
    ),
    Person(name="Hélène Vasseur", email="elue@demonstration.test", roles=(Role.ELU,)),
    Person(
        name="Émile Faure",
        email="agent@voisine.test",
        roles=(Role.AGENT, Role.ADMINISTRATEUR),
        commune=NEIGHBOUR,
    ),
)
