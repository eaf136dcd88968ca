"""What the fidelity check works on. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from beffroi.findings import Span

Verdict = Literal["fidele", "a_verifier", "infidele"]

Family = Literal[
    "date",
    "heure",
    "jour",
    "duree",
    "montant",
    "taux",
    "quantite",
    "nombre",
    "vote",
    "telephone",
    "courriel",
    "site",
    "adresse",
    "voie",
    "code_postal",
    "reference",
    "acte",
    "nom",
    "sigle",
]

#: How each family is named to a person.
FAMILY_NAMES: dict[Family, str] = {
    "date": "la date",
    "heure": "l’heure",
    "jour": "les jours",
    "duree": "la durée",
    "montant": "le montant",
    "taux": "le taux",
    "quantite": "la mesure",
    "nombre": "le nombre",
    "vote": "le vote",
    "telephone": "le numéro de téléphone",
    "courriel": "l’adresse électronique",
    "site": "l’adresse du site",
    "adresse": "l’adresse",
    "voie": "le lieu",
    "code_postal": "le code postal",
    "reference": "la référence juridique",
    "acte": "le numéro de l’acte",
    "nom": "le nom",
    "sigle": "le sigle",
}

#: How a value bounds: a start, an end, before, more or less…
Bound = Literal["", "max", "max_strict", "min", "min_strict"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something of a text that a rewrite may not change.

    ``value`` is normalised: two facts of a family say the same when their values are equal
    (dates may lack a part, see :mod:`beffroi.fidelity.facts.same`). ``label`` is the French way
    to name it to a person or a model. ``approximate`` is true for « environ ».
    """

    family: Family
    value: tuple[str, ...]
    span: Span
    text: str
    label: str
    bound: Bound = ""
    approximate: bool = False
    details: tuple[str, ...] = field(default=())
