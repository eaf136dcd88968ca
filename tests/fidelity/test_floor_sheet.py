"""Writings of the « langage clair » sheet that say the same thing, and what must still be seen."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict

FAITHFUL = [
    ("Le parc est fermé le 3 mai 2026.", "## Quoi ?\n\nLe parc est fermé le 3 mai 2026.\n\n## Où ?\n\nAu parc."),  # noqa: E501
    ("Tout véhicule en infraction est mis en fourrière, conformément au règlement.", "Tout véhicule en infraction sera mis en fourrière."),  # noqa: E501
    ("Les bureaux sont ouverts quotidiennement.", "Les bureaux sont ouverts chaque jour."),
    ("Le service répond dans les plus brefs délais.", "Le service répond le plus vite possible."),
    ("Il est nécessaire de signer le registre.", "Il faut signer le registre."),
    ("La rue est fermée afin d’assurer la sécurité des usagers.", "La rue est fermée. L’objectif est d’assurer la sécurité des usagers."),  # noqa: E501
    ("En dehors de ces horaires, les livraisons sont interdites.", "Les livraisons sont interdites en dehors de ces horaires."),  # noqa: E501
    ("ARRÊTÉ MUNICIPAL N° 2026-041\nportant réglementation du stationnement rue du Four\n\nLe stationnement est interdit.", "# ARRÊTÉ MUNICIPAL N° 2026-041 portant réglementation du stationnement rue du Four\n\nVous ne pouvez pas stationner."),  # noqa: E501
    ("Vu la demande en date du 12 mars 2026 ;\n\nArticle 2 : Les chiens doivent être tenus en laisse.", "Vous devez tenir votre chien en laisse."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft"), FAITHFUL)
def test_it_raises_no_doubt(source: str, draft: str) -> None:
    findings = compare(source, draft)
    assert verdict(findings) == "fidele", findings


DISTORTED = [
    ("Les livraisons sont interdites en dehors de ces horaires.", "Les livraisons sont interdites."),  # noqa: E501
    ("Les travaux sont en conformité avec le permis.", "Les travaux sont en infraction avec le permis."),  # noqa: E501
    ("La rue n’est pas fermée aux riverains le soir.", "La rue est fermée aux riverains le soir."),
    ("Les livraisons se font à partir de 8 h.", "Les livraisons se font jusqu’à 8 h."),
    ("Les bureaux sont ouverts quotidiennement.", "Les bureaux sont ouverts le lundi."),
    ("Vu la demande du 12 mars 2026, la rue ferme le 3 mai 2026.", "Vu la demande du 13 mars 2026, la rue ferme le 3 mai 2026."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft"), DISTORTED)
def test_a_change_is_still_seen(source: str, draft: str) -> None:
    assert verdict(compare(source, draft)) != "fidele"
