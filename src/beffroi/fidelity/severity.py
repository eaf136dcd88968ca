"""How serious it is to change, to leave out or to add a fact, and what each kind may leave out."""

from __future__ import annotations

from collections.abc import Set

from beffroi.fidelity.types import Family
from beffroi.findings import Kind, Severity

#: Kinds that keep the obligations and leave detail out.
SHORT_KINDS: frozenset[Kind] = frozenset({"sms", "social", "poster", "summary"})
#: Kinds that may leave whole subjects out (a debate, what does not concern the audience).
SELECTIVE_KINDS: frozenset[Kind] = SHORT_KINDS | {"minutes", "audience"}

CRITICAL: frozenset[Family] = frozenset(
    {
        "date",
        "heure",
        "jour",
        "duree",
        "montant",
        "taux",
        "quantite",
        "telephone",
        "courriel",
        "vote",
    }
)
#: What a modèle writes in ``may_omit`` → the families it allows to leave out.
OMISSIONS: dict[str, frozenset[str]] = {
    "reference_juridique": frozenset({"reference", "acte"}),
    "reference": frozenset({"reference", "acte"}),
    "contact": frozenset({"telephone", "courriel", "site", "adresse", "code_postal"}),
    "lieu": frozenset({"adresse", "voie", "code_postal"}),
    "nom": frozenset({"nom", "sigle"}),
}


def allowed(family: str, may_omit: Set[str]) -> bool:
    """True when the modèle declares that this family may be left out."""
    return family in may_omit or any(family in OMISSIONS.get(name, ()) for name in may_omit)


def of_change(family: Family) -> Severity:
    """A fact that says another value."""
    return "a_verifier" if family in ("site", "code_postal") else "bloquant"


def of_addition(family: Family) -> Severity:
    """A fact that the source does not have."""
    return "bloquant" if family in CRITICAL - {"jour", "heure", "vote"} else "a_verifier"


def of_omission(family: Family, kind: Kind, *, answered: bool) -> Severity:
    """A fact left out; ``answered``: the sentence that holds it is otherwise in the draft."""
    if family in ("reference", "code_postal"):
        return "information"
    if kind in SELECTIVE_KINDS and not answered:
        return "a_verifier" if family == "vote" and kind == "minutes" else "information"
    if kind in SHORT_KINDS:
        return _short_omission(family)
    return "bloquant" if family in CRITICAL else "a_verifier"


def _short_omission(family: Family) -> Severity:
    if family in ("date", "heure", "jour"):
        return "bloquant"
    if family in ("duree", "montant", "taux", "quantite", "vote", "voie", "adresse"):
        return "a_verifier"
    return "information"
