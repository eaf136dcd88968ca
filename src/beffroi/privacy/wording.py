"""How kinds and sensitive themes are named in French, for a person."""

from __future__ import annotations

from collections.abc import Mapping

#: kind → (one, several)
NAMES: Mapping[str, tuple[str, str]] = {
    "person": ("personne", "personnes"),
    "address": ("adresse", "adresses"),
    "phone": ("téléphone", "téléphones"),
    "email": ("courriel", "courriels"),
    "nir": ("numéro de sécurité sociale", "numéros de sécurité sociale"),
    "iban": ("compte bancaire", "comptes bancaires"),
    "card": ("carte bancaire", "cartes bancaires"),
    "plate": ("plaque d’immatriculation", "plaques d’immatriculation"),
    "birth_date": ("date de naissance", "dates de naissance"),
    "identifier": ("identifiant", "identifiants"),
    "parcel": ("parcelle", "parcelles"),
    "network": ("adresse de réseau", "adresses de réseau"),
    "account": ("compte personnel", "comptes personnels"),
    "gps": ("point géographique", "points géographiques"),
    "other": ("autre donnée", "autres données"),
}


def counted(counts: Mapping[str, int]) -> str:
    """« 2 personnes, 1 adresse »; « aucune donnée » when there is nothing.

    >>> counted({"person": 2, "address": 1})
    '2 personnes, 1 adresse'
    """
    parts = [f"{n} {NAMES[kind][n > 1]}" for kind, n in counts.items() if n]
    return ", ".join(parts) or "aucune donnée"


THEMES: Mapping[str, str] = {
    "sante": "Santé",
    "handicap": "Handicap",
    "opinion": "Opinions",
    "religion": "Religion",
    "syndicat": "Appartenance syndicale",
    "sexualite": "Vie sexuelle",
    "infraction": "Infractions",
    "detresse_sociale": "Détresse sociale",
    "enfance": "Enfance protégée",
    "origine": "Origine",
}
