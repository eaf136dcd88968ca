"""The operations under ``/api/v1``: what the page lists, in its order."""

from __future__ import annotations

from beffroi_web.openings.shapes import JSON, Schema, ref


def operation(
    summary: str, description: str, *, scope: str, asked: str | None, answered: str
) -> Schema:
    """``scope`` is what the key must allow; ``asked`` and ``answered`` are names of schemas."""
    made: Schema = {
        "summary": summary,
        "description": description,
        "x-droit": scope,
        "responses": {
            "200": {
                "description": "Réponse",
                "content": {JSON: {"schema": ref(answered)}},
            },
            "default": {"$ref": "#/components/responses/Erreur"},
        },
    }
    if asked:
        body = {"required": True, "content": {JSON: {"schema": ref(asked)}}}
        made["requestBody"] = body
    return made


#: Path under /api/v1 → method and operation. The order is that of the page.
PATHS: dict[str, dict[str, Schema]] = {
    "/verifier": {
        "post": operation(
            "Vérifier une réécriture",
            "Compare une réécriture à sa source, fait par fait, sans modèle de langage.",
            scope="verifier",
            asked="DemandeVerifier",
            answered="ReponseVerifier",
        )
    },
    "/lisibilite": {
        "post": operation(
            "Mesurer la lisibilité",
            "Profil, passages difficiles, réécriture par règles, mots à expliquer.",
            scope="lisibilite",
            asked="DemandeLisibilite",
            answered="ReponseLisibilite",
        )
    },
    "/masquer": {
        "post": operation(
            "Masquer des données personnelles",
            "Remplace chaque donnée par un repère. Les listes de la collectivité valent.",
            scope="masquer",
            asked="DemandeMasquer",
            answered="ReponseMasquer",
        )
    },
    "/restaurer": {
        "post": operation(
            "Restituer ce qui avait été masqué",
            "Remet les données d’une table scellée. Un repère inventé reste visible.",
            scope="masquer",
            asked="DemandeRestaurer",
            answered="ReponseRestaurer",
        )
    },
    "/modeles": {
        "get": operation(
            "Lister les modèles d’écriture",
            "Ceux qui sont livrés, et ceux que la maison ou la direction de la clé partage.",
            scope="clarifier",
            asked=None,
            answered="ReponseModeles",
        )
    },
    "/clarifier": {
        "post": operation(
            "Écrire un brouillon",
            "Applique un modèle d’écriture et rend un brouillon avec ses constats. Avec un modèle "
            "de langage embarqué, la réponse peut prendre plusieurs minutes. Rien n’est gardé.",
            scope="clarifier",
            asked="DemandeClarifier",
            answered="ReponseClarifier",
        )
    },
    "/documents": {
        "post": operation(
            "Chercher dans les documents",
            "Les passages qui répondent le mieux, dans les collections de la maison et de la "
            "direction de la clé.",
            scope="demander",
            asked="DemandeDocuments",
            answered="ReponseDocuments",
        )
    },
    "/demander": {
        "post": operation(
            "Poser une question",
            "Une réponse tirée des documents, chaque phrase avec son passage ; ou « je ne trouve "
            "pas ». Une urgence reçoit les bons numéros, par règle. La question n’est pas gardée.",
            scope="demander",
            asked="DemandeDemander",
            answered="ReponseDemander",
        )
    },
}
