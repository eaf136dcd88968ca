"""Who gives, what comes first, what is excepted: turned over or kept. And ways of saying."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict
from beffroi.findings import Kind

TURNED = [
    (
        "Vous devez nous transmettre le relevé avant le 5 mai.",
        "Nous vous enverrons le relevé avant le 5 mai.",
        "role.transfert",
    ),
    (
        "Le brûlage est interdit, y compris pour les professionnels.",
        "Il est interdit de brûler, sauf pour les professionnels.",
        "exception.ajout",
    ),
    (
        "Les places vont en priorité aux agents, puis aux habitants.",
        "Les habitants choisissent d’abord. Les places qui restent vont aux agents.",
        "ordre.inversion",
    ),
    (
        "Déposez les sapins sans sac.",
        "Déposez les sapins dans un sac.",
        "ordre.relation",
    ),
    (
        "Les titulaires d’un diplôme sont dispensés d’examen.",
        "Les titulaires d’un diplôme passent l’examen.",
        "negation.perdue",
    ),
    (
        "Une réponse est donnée sous un mois.",
        "Une réponse est donnée après un mois.",
        "borne.changement",
    ),
]
KEPT = [
    ("La taxe du deuxième trimestre est de 20 €.", "Taxe d’avril, mai et juin : 20 €."),
    (
        "La bourse est versée à 60 % en octobre et à 40 % en février.",
        "La bourse est versée à 60 % en octobre, et le reste en février.",
    ),
    (
        "Déposez le dossier au moins 15 jours avant la fête.",
        "Votre dossier doit arriver au plus tard 15 jours avant la fête.",
    ),
    (
        "Le président précise que les travaux ne débuteront pas avant l’obtention des aides.",
        "Le président explique qu’il faut d’abord avoir les aides. Les travaux commenceront après.",
    ),
    ("Le vote est acquis à l’unanimité.", "Le vote est acquis : tous les élus sont d’accord."),
    (
        "Les travaux ne peuvent débuter avant le 3 mai.",
        "Vous ne pouvez pas commencer les travaux avant le 3 mai.",
    ),
]


@pytest.mark.parametrize(("source", "draft", "kind"), TURNED)
def test_what_is_turned_over_is_said(source: str, draft: str, kind: str) -> None:
    assert kind in {f.type for f in compare(source, draft)}


@pytest.mark.parametrize(("source", "draft"), KEPT)
def test_a_way_of_saying_raises_nothing(source: str, draft: str) -> None:
    assert verdict(compare(source, draft)) == "fidele"


@pytest.mark.parametrize(
    ("source", "draft", "kind"),
    [
        (  # one item under its lead is one sentence with it
            "Vous devrez payer la taxe si vous êtes le propriétaire d’un terrain constructible.",
            "Vous devrez payer la taxe dans ce cas :\n"
            "- si vous êtes le propriétaire d’un terrain constructible.",
            "plain",
        ),
        (  # a label ends the name of the place above; a date takes the year of the one beside it
            "La fête aura lieu le samedi 16 mai 2026, à 14 h, place de la Halle. En cas de pluie, "
            "elle est reportée au dimanche 17 mai.",
            "# La fête place de la Halle\nQuoi : La fête. En cas de pluie, elle est reportée au "
            "dimanche 17 mai ; Quand : Le samedi 16 mai 2026, à 14 h\nOù : Place de la Halle",
            "poster",
        ),
        (
            "Les titulaires d’un diplôme sont dispensés de l’examen.",
            "Les titulaires d’un diplôme n’ont pas à passer l’examen.",
            "plain",
        ),
    ],
)
def test_another_layout_says_the_same(source: str, draft: str, kind: Kind) -> None:
    assert [f.type for f in compare(source, draft, kind=kind) if f.severity != "information"] == []
