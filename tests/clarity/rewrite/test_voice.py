"""The active voice on sentences of town halls, and every doubt that keeps the passive."""

from __future__ import annotations

import pytest

from beffroi.clarity.rewrite import rewrite
from beffroi.clarity.rewrite.voice import activate

ACTIVE = [
    (
        "La carte est délivrée par le maire dans un délai de deux mois.",
        "Le maire délivre la carte dans un délai de deux mois.",
    ),
    (
        "Dans ce cas, la demande doit être signée par les deux parents.",
        "Dans ce cas, les deux parents doivent signer la demande.",
    ),
    (
        "Les tarifs ont été adoptés par le conseil municipal le 3 mars 2026.",
        "Le conseil municipal a adopté les tarifs le 3 mars 2026.",
    ),
    ("Elle est accordée par la mairie.", "La mairie l’accorde."),
    ("Elles ont été votées par le conseil.", "Le conseil les a votées."),
    ("Il peut être aidé par un médecin.", "Un médecin peut l’aider."),
    (
        "Le dossier sera transmis au préfet par le service des élections.",
        "Le service des élections transmettra le dossier au préfet.",
    ),
    (
        "Le coût de la carte est pris en charge par le département.",
        "Le département prend en charge le coût de la carte.",
    ),
    (
        "Le loyer est librement fixé par le propriétaire.",
        "Le propriétaire fixe librement le loyer.",
    ),
    (
        "Les enfants sont confiés par les parents au service d’accueil.",
        "Les parents confient les enfants au service d’accueil.",
    ),
    ("L’arrêté est signé par M. Roux.", "M. Roux signe l’arrêté."),
]
PASSIVE = [
    "La demande est envoyée par courrier.",
    "Le dossier est examiné par tirage au sort.",
    "Il est proposé par le maire de fermer la rue.",
    "La carte n’est pas délivrée par la mairie.",
    "Vous êtes informé par le maire de la décision.",
    "Chaque dossier est étudié par un agent.",
    "Le mariage est célébré par le maire ou un adjoint.",
    "La naissance est déclarée par le père, ou sinon, par le médecin.",
    "La demande est faite par une personne ayant vu la naissance.",
    "Les travaux sont faits par le propriétaire de l’immeuble à raccorder.",
    "La déclaration est faite par l’entreprise à laquelle les obsèques sont confiées.",
    "Les dégâts sont couverts par l’assurance habitation du locataire.",
    "La carte est-elle délivrée par le maire ?",
]


@pytest.mark.parametrize(("sentence", "expected"), ACTIVE)
def test_who_acts_comes_first(sentence: str, expected: str) -> None:
    new, applied = activate(sentence, follows="")
    assert new == expected
    assert [rule.rule for rule in applied] == ["voix_active"]


@pytest.mark.parametrize("sentence", PASSIVE)
def test_a_doubt_keeps_the_passive(sentence: str) -> None:
    assert activate(sentence, follows="") == (sentence, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La carte est délivrée par la mairie.", "La mairie délivre la carte."),
        # « Elle » would be the mairie: the order stays.
        (
            "La carte est délivrée par la mairie. Elle est gratuite.",
            "La carte est délivrée par la mairie. Elle est gratuite.",
        ),
        # A man, a card: no doubt.
        (
            "La carte est délivrée par le maire. Elle est gratuite.",
            "Le maire délivre la carte. Elle est gratuite.",
        ),
    ],
)
def test_the_next_pronoun_still_stands_for_the_same(text: str, expected: str) -> None:
    assert rewrite(text).text == expected


def test_what_follows_may_be_unknown() -> None:
    text = "La carte est délivrée par la mairie."
    assert rewrite(text, whole=False).text == text
