"""Plain words for administrative ones: agreement, elision, and when to stay quiet."""

from __future__ import annotations

import pytest

from beffroi.clarity.rewrite.entries import entries
from beffroi.clarity.rewrite.substitute import substitute

CASES = [
    ("Afin d’assurer la sécurité, il ferme.", "Pour assurer la sécurité, il ferme."),
    ("une attestation préalablement à la visite", "une attestation avant la visite"),
    ("préalablement au dépôt", "avant le dépôt"),
    ("Nonobstant l’avis du maire", "Malgré l’avis du maire"),
    ("en vue du contrôle des travaux", "pour le contrôle des travaux"),
    ("en vue de travaux", "en vue de travaux"),
    ("ledit immeuble et ladite salle", "cet immeuble et cette salle"),
    ("Le présent arrêté prendra effet le 3 mars.", "Cet arrêté s’appliquera à partir du 3 mars."),
    ("L’exécution du présent arrêté", "L’exécution de cet arrêté"),
    ("confiée à l’ensemble des agents", "confiée à tous les agents"),
    ("pour l’ensemble des communes", "pour toutes les communes"),
    ("L’ensemble des agents est convoqué.", "L’ensemble des agents est convoqué."),
    ("Le demandeur est tenu de payer.", "Le demandeur doit payer."),
    ("Les riverains seront tenus de sortir.", "Les riverains devront sortir."),
    ("sans être obligé de revenir", "sans devoir revenir"),
    ("Nul n’est tenu de répondre.", "Nul n’est tenu de répondre."),
    ("Le maire n’est pas tenu de répondre.", "Le maire n’est pas tenu de répondre."),
    ("Les usagers sont autorisés à circuler.", "Les usagers peuvent circuler."),
    ("Les services effectuent un contrôle.", "Les services font un contrôle."),
    (
        "Ils adressent le dossier. L’adresse est connue.",
        "Ils envoient le dossier. L’adresse est connue.",
    ),
    ("Les pièces adressées sont complètes.", "Les pièces envoyées sont complètes."),
    ("Vous pouvez vous adresser à la mairie.", "Vous pouvez vous adresser à la mairie."),
    ("Eu égard au coût, eu égard à l’avis", "Compte tenu du coût, compte tenu de l’avis"),
    ("une aide d’un montant de 300 €", "une aide de 300 €"),
    ("pour une durée de deux mois", "pendant deux mois"),
    ("Dans le cas où vous seriez absent, appelez.", "Dans le cas où vous seriez absent, appelez."),
    ("Dans le cas où vous êtes absent, appelez.", "Si vous êtes absent, appelez."),
    ("Le maire a dit « afin de voter ».", "Le maire a dit « afin de voter »."),
    ("Étant donné qu’il pleut", "Puisqu’il pleut"),
    ("En conséquence, il est proposé d’agir.", "C’est pourquoi il est proposé d’agir."),
    ("à l’exception des riverains", "sauf les riverains"),
    ("au moyen d’une carte et d’un code", "au moyen d’une carte et d’un code"),
    ("au moyen d’une carte", "avec une carte"),
    (
        "la loi précitée et les décrets précités",
        "la loi citée plus haut et les décrets cités plus haut",
    ),
    ("la lettre doit parvenir au service", "la lettre doit arriver au service"),
    (
        "un délai courant à compter de la notification",
        "un délai courant à partir de la notification",
    ),
    ("par voie d’affichage", "par affichage"),
    ("lié à la voirie, en sus du loyer", "lié à la voirie, en plus du loyer"),
    ("les pièces afférentes à ce dossier", "les pièces liées à ce dossier"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_substitute(text: str, expected: str) -> None:
    new, applied = substitute(text)
    assert new == expected
    assert bool(applied) == (text != expected)


def test_the_list_is_long_and_each_entry_has_its_reason() -> None:
    assert len(entries()) >= 400
    assert all(entry.reason and entry.replacement for entry in entries())
    assert len({entry.expression for entry in entries()}) == len(entries())
