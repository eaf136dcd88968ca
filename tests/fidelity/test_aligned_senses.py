"""Negations, bounds, frequencies, edges and exceptions, read by grammar and not by word."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict
from beffroi.findings import Kind

DISTORTED = [
    ("frequence", "Le gestionnaire vérifie les cuves au moins une fois par trimestre.", "Le gestionnaire vérifie les cuves au maximum une fois tous les trois mois."),  # noqa: E501
    ("frequence", "Le bulletin paraît une fois par mois.", "Le bulletin paraît chaque semaine."),
    ("point_de_depart", "Répondez dans le mois qui suit la réception de ce courrier.", "Vous avez un mois pour répondre. Ce mois commence le jour où nous l’envoyons."),  # noqa: E501
    ("point_de_depart", "Le remboursement se demande dans les six mois qui suivent le paiement.", "Demandez le remboursement dans les 6 mois après la réponse du service."),  # noqa: E501
    ("borne", "Le changement prend effet au plus tôt un mois après la demande.", "Le changement prend effet au plus tard un mois après la demande."),  # noqa: E501
    ("borne", "Le secours vaut pour les logements situés dans un rayon de 20 km.", "Le secours vaut pour les logements à plus de 20 km."),  # noqa: E501
    ("quantificateur", "Certains membres du comité regrettent ce choix.", "Tout le comité regrette ce choix."),  # noqa: E501
    ("negation", "Aucun frais ne vous sera réclamé pour ce dossier.", "Vous paierez des frais pour ce dossier."),  # noqa: E501
    ("condition.ajout", "Le maire peut accorder une dérogation.", "Le maire accorde une dérogation si la famille possède un cheval blanc."),  # noqa: E501
    ("etendue", "L’aide au permis est ouverte aux jeunes, qu’ils soient salariés, apprentis ou lycéens.", "Tu es étudiant ? Tu peux demander l’aide au permis."),  # noqa: E501
    ("contraire", "Le compte fait apparaître un excédent de 5 000 €.", "Le compte montre un déficit de 5 000 €."),  # noqa: E501
    ("recours", "La décision peut être déférée au tribunal administratif de Nantes ou faire l’objet d’un recours gracieux.", "Vous pouvez demander au maire de revoir la décision (recours gracieux)."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "draft"), DISTORTED)
def test_a_distortion_is_seen(kind: str, source: str, draft: str) -> None:
    found = [f.type for f in compare(source, draft) if f.severity != "information"]
    assert any(name.startswith(kind) for name in found), found


FAITHFUL: list[tuple[Kind, str, str]] = [
    ("plain", "Les dossiers sont reçus jusqu’au 15 mai 2026 inclus.", "Déposez votre dossier avant le 16 mai 2026."),  # noqa: E501
    ("plain", "Chaque association peut obtenir au maximum cinq autorisations par an.", "Une association ne peut pas avoir plus de 5 autorisations par an."),  # noqa: E501
    ("plain", "La dérogation ne dispense pas le propriétaire de demander un permis.", "Même avec la dérogation, le propriétaire doit demander un permis."),  # noqa: E501
    ("plain", "Aucune hausse du tarif n’a été décidée.", "Le tarif n’augmente pas."),
    ("plain", "La baignade est autorisée, sauf en présence du drapeau rouge.", "Vous pouvez vous baigner. Drapeau rouge : la baignade est interdite."),  # noqa: E501
    ("letter", "Votre carte est prête. Je vous prie d’agréer, Madame, mes salutations distinguées.", "Votre carte est prête. Bien cordialement"),  # noqa: E501
    ("audience", "Le bureau ouvre à 9 h.", "(Pour une personne âgée) Le bureau ouvre à 9 heures."),
    ("social", "Le marché se tient place des Halles.", "Chinez au marché, place des Halles !"),
    ("plain", "L’amende est celle de la première classe.", "C’est une amende de 1re classe."),
    ("sms", "Coupure d’eau entre 8 h 30 et 11 h 30, rue des Tanneurs.", "Coupure d’eau de 8h30 à 11h30, rue des Tanneurs."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "draft"), FAITHFUL)
def test_a_legitimate_rewrite_passes(kind: Kind, source: str, draft: str) -> None:
    found = [(f.type, f.source_text, f.draft_text) for f in compare(source, draft, kind=kind)
             if f.severity != "information"]  # fmt: skip
    assert verdict(compare(source, draft, kind=kind)) == "fidele", found
