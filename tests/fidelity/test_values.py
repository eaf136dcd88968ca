"""Facts with a value, in both directions: what raises a finding and what must not."""

from __future__ import annotations

import pytest

from beffroi.errors import EmptyText
from beffroi.fidelity import check, compare, verdict
from beffroi.findings import CheckContext

CHANGED = [
    ("Le délai est de deux mois.", "Le délai est de 2 semaines.", "duree.changement"),
    ("Appelez le 04 67 34 70 00.", "Appelez le 04 67 34 07 00.", "telephone.changement"),
    ("Le repas coûte 3,50 € par enfant.", "Le repas coûte 3,80 € par enfant.", "montant.changement"),  # noqa: E501
    ("La réunion est le 12 mai 2026.", "La réunion est le 13 mai 2026.", "date.changement"),
    ("Ouvert à 8 h 30.", "Ouvert à 9 h 30.", "heure.changement"),
    ("Une aide de 80 % des frais.", "Une aide de 60 % des frais.", "taux.changement"),
    ("La vitesse est limitée à 30 km/h.", "La vitesse est limitée à 50 km/h.", "quantite.changement"),  # noqa: E501
    ("Il faut au moins 15 jours.", "Il faut au plus 15 jours.", "borne.changement"),
    ("Le tarif est de 20 € HT.", "Le tarif est de 20 € TTC.", "unite.changement"),
    ("La redevance est de 20 € par mois.", "La redevance est de 20 € par an.", "unite.changement"),
    ("Réponse sous 10 jours ouvrés.", "Réponse sous 10 jours.", "duree.changement"),
    ("Le mardi 17 mars 2026.", "Le lundi 17 mars 2026.", "date.jour"),
    ("Adopté par 23 voix pour et 4 contre.", "Adopté par 22 voix pour et 4 contre.", "vote.changement"),  # noqa: E501
    ("Écrivez à mairie@ville.fr.", "Écrivez à accueil@ville.fr.", "courriel.changement"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft", "kind"), CHANGED)
def test_a_changed_value_blocks(source: str, draft: str, kind: str) -> None:
    findings = compare(source, draft)
    assert kind.split(".")[-1] in {f.type.split(".")[-1] for f in findings}
    assert verdict(findings) == "infidele"
    for finding in findings:
        assert finding.source is None or finding.source.of(source) == finding.source_text
        assert finding.draft is None or finding.draft.of(draft) == finding.draft_text


SAME = [
    ("Le délai est de trois mois.", "Vous avez 3 mois."),
    ("Ouvert de 8 h 00 à 12 h 30.", "Ouvert de 8h à 12h30."),
    ("La redevance annuelle est de 1 250,50 €.", "Vous payez 1250,50 euros par an."),
    ("Au plus tard le 30 juin 2026.", "Jusqu’au 30 juin 2026 inclus."),
    ("La commune paie 70 % de 18 000 €.", "La commune paie 70 % de 18 000 €, soit 12 600 €."),
    ("La période est de trois mois.", "La période est d’un trimestre."),
    ("Le délai est de 14 jours.", "Le délai est de deux semaines."),
    ("Du lundi au vendredi.", "Les lundi, mardi, mercredi, jeudi et vendredi."),
    ("Le 3 mars 2026.", "Le mardi 3 mars 2026."),
    ("Fournir un acte et un bail.", "Donnez 2 documents : un acte et un bail."),
    ("Ouvert le 03/03/2026.", "Ouvert le 3 mars 2026."),
]


@pytest.mark.parametrize(("source", "draft"), SAME)
def test_another_writing_of_a_value_raises_nothing(source: str, draft: str) -> None:
    assert compare(source, draft) == []


def test_a_short_kind_may_leave_a_whole_subject_out() -> None:
    source = (
        "La rue Pasteur est fermée le 3 mars 2026. "
        "La dépense de 12 000 € est inscrite au budget de la voirie."
    )
    assert verdict(compare(source, "La rue Pasteur est fermée le 3 mars.", kind="sms")) == "fidele"
    assert verdict(compare(source, "La rue Pasteur est fermée le 3 mars.")) == "infidele"


def test_the_sheet_may_be_quoted() -> None:
    source, draft = "Venez en mairie.", "Venez en mairie. Téléphone : 04 67 34 70 00."
    assert verdict(compare(source, draft)) == "infidele"
    assert verdict(compare(source, draft, sheet="Accueil : 04 67 34 70 00")) == "fidele"


def test_a_modele_may_allow_an_omission() -> None:
    source, draft = "Le repas coûte 3,50 €.", "Le repas est servi."
    assert verdict(compare(source, draft)) == "infidele"
    context = CheckContext(may_omit=frozenset({"montant"}))
    assert verdict(check(source, draft, context)) == "fidele"


def test_a_blank_source_is_refused() -> None:
    with pytest.raises(EmptyText):
        compare("  ", "Bonjour.")
    assert check("  ", "Bonjour.", CheckContext()) == []
