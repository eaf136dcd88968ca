"""Things that exclude each other, exchanged clauses, relations and predicates turned over."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict
from beffroi.fidelity.compare.alternatives import alternatives


def types(source: str, draft: str) -> set[str]:
    return {f.type for f in compare(source, draft) if f.severity != "information"}


@pytest.mark.parametrize(
    ("source", "draft", "kind"),
    [
        (
            "La facture est adressée au locataire.",
            "Le propriétaire reçoit la facture.",
            "terme.changement",
        ),
        (
            "Le bac est collecté chaque semaine.",
            "Le bac est collecté chaque mois.",
            "terme.changement",
        ),
        ("Les camions ne passent pas.", "Les véhicules ne passent pas.", "terme.elargi"),
        (
            "Été : cours de danse à la piscine. Hiver : cours de yoga au gymnase.",
            "Été : cours de yoga à la piscine. Hiver : cours de danse au gymnase.",
            "attache.echange",
        ),
        ("Réglez après la visite.", "Réglez avant la visite.", "ordre.relation"),
        (
            "Vous roulez de la gare vers le port.",
            "Vous roulez du port vers la gare.",
            "sens.inversion",
        ),
        (
            "Les repas ne sont pas remboursés en cas de départ anticipé.",
            "Si vous partez plus tôt, nous remboursons les repas.",
            "negation.perdue",
        ),
    ],
)
def test_a_sense_that_changes_is_said(source: str, draft: str, kind: str) -> None:
    assert kind in types(source, draft)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "Le lundi, la danse est à la piscine ; le mardi, le yoga est au gymnase.",
            "La danse a lieu à la piscine le lundi. Le yoga a lieu au gymnase le mardi.",
        ),
        ("Payez après la visite.", "Vous payez après la visite."),
        (
            "La facture est adressée au locataire ou au propriétaire.",
            "Le locataire ou le propriétaire reçoit la facture.",
        ),
        (
            "Les repas ne sont pas remboursés en cas d’absence non justifiée.",
            "Si l’absence n’est pas justifiée, nous ne remboursons pas les repas.",
        ),
        ("La vente est interdite aux mineurs.", "Les moins de 18 ans ne peuvent pas acheter."),
    ],
)
def test_a_sense_that_is_kept_raises_nothing(source: str, draft: str) -> None:
    assert verdict(compare(source, draft)) == "fidele"


def test_every_class_of_alternatives_has_two_members_at_least() -> None:
    assert all(len(group.members) > 1 for group in alternatives())
    assert len({group.name for group in alternatives()}) == len(alternatives())
