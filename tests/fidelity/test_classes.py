"""Each class of comparison: what it must see, and the writing that it must let pass."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict

DISTORTED = [
    ("modalite", "Le porteur du projet doit déposer une caution.", "Le porteur du projet peut déposer une caution."),  # noqa: E501
    ("modalite", "Il est interdit de camper dans le parc.", "Il est conseillé de ne pas camper dans le parc."),  # noqa: E501
    ("modalite", "Vous n’êtes pas tenu de signer le registre.", "Vous ne devez pas signer le registre."),  # noqa: E501
    ("contraire", "La demande de subvention est acceptée.", "La demande de subvention est refusée."),  # noqa: E501
    ("exception", "Le parc est fermé la nuit, sauf pour les gardiens.", "Le parc est fermé la nuit."),  # noqa: E501
    ("condition", "L’aide est versée sous réserve de présenter une facture.", "L’aide est versée."),
    ("restriction", "La salle est réservée aux associations.", "La salle accueille les associations et les autres."),  # noqa: E501
    ("coordination", "Joindre un devis et un plan.", "Joignez un devis ou un plan."),
    ("quantificateur", "Certaines rues sont fermées.", "Toutes les rues sont fermées."),
    ("statut", "La délibération est ajournée.", "La délibération est adoptée."),
    ("certitude", "Le maire envisage de fermer le pont.", "Le maire ferme le pont."),
    ("flou", "Répondez sous huit jours.", "Répondez rapidement."),
    ("role", "Le bailleur prévient le locataire.", "Le locataire prévient le bailleur."),
    ("agent", "Votre dossier sera examiné.", "Le préfet examinera votre dossier."),
    ("echange", "Tarif : 10 € pour les adultes, 4 € pour les enfants.", "Tarif : 4 € pour les adultes, 10 € pour les enfants."),  # noqa: E501
    ("point_de_depart", "Le délai est de deux mois à compter de l’affichage.", "Le délai est de deux mois à compter de la signature."),  # noqa: E501
    ("recours", "Cette décision peut être contestée devant le tribunal.", "Cette décision est définitive."),  # noqa: E501
    ("nom", "Écrivez à Madame Duvallon.", "Écrivez à Madame Tressard."),
    ("sigle", "Contactez le CLIC.", "Contactez le Centre local d’initiatives citoyennes (CLIC)."),
    ("ajout", "La piscine est fermée.", "La piscine est fermée à cause d’une panne de chaudière."),
    ("negation", "La mairie ne ramasse pas les gravats.", "La mairie ramasse les gravats."),
    ("ordre", "Le contrat est signé avant la visite.", "Vous faites la visite, puis vous signez le contrat."),  # noqa: E501
    ("lieu", "Retrait des cartes à la mairie annexe.", "Retirez votre carte à la mairie."),
    ("public", "Cette aide est réservée aux étudiants boursiers.", "Cette aide est réservée aux étudiants."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "draft"), DISTORTED)
def test_a_distortion_is_seen(kind: str, source: str, draft: str) -> None:
    findings = compare(source, draft)
    assert verdict(findings) != "fidele"
    for finding in findings:
        assert finding.message
        assert finding.source is None or finding.source.of(source) == finding.source_text
        assert finding.draft is None or finding.draft.of(draft) == finding.draft_text


FAITHFUL = [
    ("Il est interdit de stationner.", "Vous ne pouvez pas stationner."),
    ("Le demandeur est tenu de signer.", "Vous devez signer."),
    ("La pré-demande est facultative.", "La pré-demande n’est pas obligatoire."),
    ("La demande est étudiée par le service.", "Le service étudie votre demande."),
    ("Le silence vaut acceptation.", "Si vous n’avez pas de réponse, c’est accepté."),
    ("Le portail ne s’ouvre qu’avec un badge.", "Il faut un badge pour ouvrir le portail."),
    ("Merci d’apporter un stylo.", "Apportez un stylo. Merci de votre compréhension."),
    ("Présentez un justificatif d’identité et de domicile.", "Apportez deux documents : un justificatif d’identité et un justificatif de domicile."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft"), FAITHFUL)
def test_a_legitimate_rewrite_passes(source: str, draft: str) -> None:
    assert verdict(compare(source, draft)) == "fidele"


@pytest.mark.parametrize(
    "change", [str.upper, lambda t: t.replace(" ", "\n"), lambda t: t + "\n\n"]
)
def test_layout_raises_nothing(change: object) -> None:
    text = "Le parc est fermé du 3 au 7 mars 2026, sauf le mercredi. Entrée : 2,50 €."
    assert callable(change)
    assert compare(text, change(text)) == []


def test_a_value_changed_in_one_of_two_equal_sentences_is_seen() -> None:
    source = "Délai : 10 jours.\n\nAutre cas.\n\nDélai : 10 jours.\n\nDélai : 15 jours."
    draft = source.replace("Autre cas.\n\nDélai : 10", "Autre cas.\n\nDélai : 15")
    assert verdict(compare(source, draft)) == "infidele"
