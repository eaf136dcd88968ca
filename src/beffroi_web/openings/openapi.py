"""The OpenAPI 3.1 document: it is what the page shows, what calls are checked against, and what
the tests hold the answers to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from beffroi.clarity.rules import AUDIENCES
from beffroi.findings import Kind

JSON = "application/json"
#: Characters of one text. A page holds about 3,000.
LONGEST = 300_000
LONGEST_COMPARED = 100_000
LONGEST_WRITTEN = 60_000

Schema = dict[str, Any]


def text(description: str, *, most: int = LONGEST, least: int = 0) -> Schema:
    schema: Schema = {"type": "string", "description": description, "maxLength": most}
    return {**schema, "minLength": least} if least else schema


def record(properties: Mapping[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """An object whose fields are all required but for ``optional``, and no other allowed."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


NUMBER_OR_NONE: Schema = {"type": ["integer", "null"]}
STRING: Schema = {"type": "string"}
IDENTIFIER: Schema = {
    "type": ["string", "integer", "null"],
    "description": "Le vôtre ; il revient tel quel.",
}
COUNTS: Schema = {"type": "object", "additionalProperties": {"type": "integer"}}

SCHEMAS: dict[str, Schema] = {
    "Erreur": record(
        {
            "code": {**STRING, "description": "Stable : un programme peut s’y fier."},
            "message": {**STRING, "description": "Ce qui s’est passé, en français."},
            "next_step": {**STRING, "description": "Ce qu’il est possible de faire."},
        }
    ),
    "Constat": record(
        {
            "type": STRING,
            "severity": {"enum": ["bloquant", "a_verifier", "information"]},
            "title": STRING,
            "message": STRING,
            "source_start": NUMBER_OR_NONE,
            "source_end": NUMBER_OR_NONE,
            "draft_start": NUMBER_OR_NONE,
            "draft_end": NUMBER_OR_NONE,
            "source_text": STRING,
            "draft_text": STRING,
            "suggestion": STRING,
            "reference": STRING,
        }
    ),
    "DemandeVerifier": record(
        {
            "id": IDENTIFIER,
            "source": text("Le texte d’origine.", most=LONGEST_COMPARED, least=1),
            "rewrite": text("La réécriture à vérifier.", most=LONGEST_COMPARED),
            "kind": {
                "enum": list(get_args(Kind)),
                "default": "plain",
                "description": "À quoi sert la réécriture.",
            },
        },
        optional=("id", "kind"),
    ),
    "ReponseVerifier": record(
        {
            "id": IDENTIFIER,
            "verdict": {"enum": ["fidele", "a_verifier", "infidele"]},
            "findings": listed(ref("Constat")),
        }
    ),
    "DemandeLisibilite": record(
        {
            "text": text("Le texte à mesurer.", least=1),
            "audience": {"enum": list(AUDIENCES), "default": "langage-clair"},
        },
        optional=("audience",),
    ),
    "ReponseLisibilite": record(
        {
            "audience": STRING,
            "mots": {"type": "integer"},
            "phrases": {"type": "integer"},
            "comparaison": listed(
                {"type": "object", "required": ["nom", "libelle", "unite", "avant", "apres"]}
            ),
            "remarques": listed(
                {"type": "object", "required": ["type", "severite", "titre", "debut", "fin"]}
            ),
            "reecriture": {
                "description": "La réécriture par règles ; absente d’un texte très long.",
                "oneOf": [{"type": "null"}, {"type": "object", "required": ["texte", "phrases"]}],
            },
            "glossaire": listed(record({"terme": STRING, "sens": STRING, "source": STRING})),
        }
    ),
    "DemandeMasquer": record(
        {
            "id": IDENTIFIER,
            "text": text("Le texte à masquer.", least=1),
            "restorable": {
                "type": "boolean",
                "default": False,
                "description": "Vrai : la réponse porte une table scellée, pour /restaurer.",
            },
        },
        optional=("id", "restorable"),
    ),
    "ReponseMasquer": record(
        {
            "id": IDENTIFIER,
            "text": STRING,
            "masked": {**STRING, "description": "Le texte, des repères à la place des données."},
            "spans": listed(
                record(
                    {
                        "start": {"type": "integer"},
                        "end": {"type": "integer"},
                        "label": STRING,
                        "text": STRING,
                        "entity": STRING,
                        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                    }
                )
            ),
            "table": {
                **STRING,
                "description": "Scellée pour cette clé, valable 24 heures ; Beffroi n’en garde "
                "rien. Vide si elle n’a pas été demandée.",
            },
        }
    ),
    "DemandeRestaurer": record(
        {
            "text": text("Un texte qui porte des repères."),
            "table": text("La table scellée que /masquer a rendue.", most=2_000_000, least=1),
        }
    ),
    "ReponseRestaurer": record({"text": STRING, "findings": listed(ref("Constat"))}),
    "Modele": record(
        {
            "name": STRING,
            "title": STRING,
            "purpose": STRING,
            "version": {"type": "integer"},
            "fields": listed(
                record(
                    {
                        "name": STRING,
                        "label": STRING,
                        "kind": STRING,
                        "required": {"type": "boolean"},
                    }
                )
            ),
        }
    ),
    "ReponseModeles": record({"modeles": listed(ref("Modele"))}),
    "DemandeClarifier": record(
        {
            "modele": text("Le nom d’un modèle de /modeles.", most=80, least=1),
            "values": {
                "type": "object",
                "description": "Les champs du modèle.",
                "additionalProperties": text("", most=LONGEST_WRITTEN),
                "maxProperties": 60,
            },
            "source_name": text("Le nom du document, pour la provenance.", most=255),
            "sans_modele": {
                "type": "boolean",
                "default": False,
                "description": "Vrai : la version par règles, tout de suite.",
            },
        },
        optional=("source_name", "sans_modele"),
    ),
    "ReponseClarifier": record(
        {
            "state": {
                "const": "brouillon",
                "description": "Toujours un brouillon : une personne relit et signe.",
            },
            "text": STRING,
            "source": STRING,
            "floor": {"type": "boolean", "description": "Vrai : aucun modèle n’a pris part."},
            "notices": listed(STRING),
            "findings": listed(ref("Constat")),
            "provenance": {
                "type": "object",
                "required": ["modele", "modele_version", "model", "energy", "masked"],
                "properties": {"masked": COUNTS},
            },
        }
    ),
    "DemandeDocuments": record(
        {
            "question": text("Des mots ou une question.", most=2_000, least=1),
            "limit": {"type": "integer", "minimum": 1, "maximum": 20, "default": 5},
        },
        optional=("limit",),
    ),
    "ReponseDocuments": record(
        {
            "answerable": {
                "type": "boolean",
                "description": "Faux : rien n’est assez proche pour répondre.",
            },
            "passages": listed(
                record(
                    {
                        "document": {**STRING, "description": "Le titre du document."},
                        "document_id": STRING,
                        "start": {"type": "integer"},
                        "end": {"type": "integer"},
                        "text": STRING,
                        "score": {"type": "number", "minimum": 0, "maximum": 1},
                        "page": NUMBER_OR_NONE,
                        "url": STRING,
                    }
                )
            ),
        }
    ),
    "DemandeDemander": record(
        {
            "id": IDENTIFIER,
            "question": text("La question, seule.", most=2_000, least=1),
            "sans_modele": {
                "type": "boolean",
                "default": False,
                "description": "Vrai : les passages cités mot pour mot, tout de suite.",
            },
        },
        optional=("id", "sans_modele"),
    ),
    "ReponseDemander": record(
        {
            "id": IDENTIFIER,
            "status": {"enum": ["repondu", "pas_trouve", "hors_limites", "urgence"]},
            "answer": STRING,
            "citations": listed(
                record(
                    {
                        "document": STRING,
                        "document_id": STRING,
                        "start": {"type": "integer"},
                        "end": {"type": "integer"},
                        "text": STRING,
                    }
                )
            ),
            "nearest": {
                **listed(record({"document": STRING, "document_id": STRING})),
                "description": "Les documents les plus proches, quand rien ne répond.",
            },
            "findings": listed(ref("Constat")),
            "model": {**STRING, "description": "Vide : aucun modèle n’a pris part."},
        }
    ),
    "DemandeConversation": {
        "type": "object",
        "required": ["model", "messages"],
        "properties": {
            "model": {**STRING, "maxLength": 200},
            "messages": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1000,
                "items": {
                    "type": "object",
                    "required": ["role"],
                    "properties": {
                        "role": STRING,
                        "content": {
                            "oneOf": [
                                {"type": ["string", "null"]},
                                {"type": "array", "items": {"type": "object"}},
                            ]
                        },
                    },
                },
            },
            "stream": {"type": ["boolean", "null"], "default": False},
            "stream_options": {"type": ["object", "null"]},
            "temperature": {"type": ["number", "null"], "minimum": 0, "maximum": 2},
            "max_tokens": {"type": ["integer", "null"], "minimum": 1},
            "max_completion_tokens": {"type": ["integer", "null"], "minimum": 1},
            "stop": {
                "oneOf": [
                    {"type": ["string", "null"]},
                    {"type": "array", "items": STRING, "maxItems": 16},
                ]
            },
            "response_format": {"type": ["object", "null"]},
            "modalities": {"type": ["array", "null"], "items": STRING},
        },
    },
    "DemandeVecteurs": {
        "type": "object",
        "required": ["input", "model"],
        "properties": {
            "model": {**STRING, "maxLength": 200},
            "input": {
                "oneOf": [
                    text("Un texte.", most=20_000),
                    {
                        "type": "array",
                        "items": text("Un texte.", most=20_000),
                        "minItems": 1,
                        "maxItems": 256,
                    },
                ]
            },
            "encoding_format": {"enum": ["float", "base64"], "default": "float"},
            "dimensions": {"type": ["integer", "null"]},
        },
    },
    "ReponsePasserelle": {
        "type": "object",
        "description": "La forme publiée par OpenAI.",
        "required": ["object"],
        "properties": {"object": STRING},
    },
    "ErreurPasserelle": record(
        {
            "error": record(
                {"message": STRING, "type": STRING, "param": {"type": "null"}, "code": STRING}
            )
        }
    ),
}


def _operation(
    summary: str, description: str, *, scope: str, asked: str | None, answered: str
) -> Schema:
    operation: Schema = {
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
        operation["requestBody"] = body
    return operation


#: Path under /api/v1 → method and operation. The order is that of the page.
PATHS: dict[str, dict[str, Schema]] = {
    "/verifier": {
        "post": _operation(
            "Vérifier une réécriture",
            "Compare une réécriture à sa source, fait par fait, sans modèle de langage.",
            scope="verifier",
            asked="DemandeVerifier",
            answered="ReponseVerifier",
        )
    },
    "/lisibilite": {
        "post": _operation(
            "Mesurer la lisibilité",
            "Profil, passages difficiles, réécriture par règles, mots à expliquer.",
            scope="lisibilite",
            asked="DemandeLisibilite",
            answered="ReponseLisibilite",
        )
    },
    "/masquer": {
        "post": _operation(
            "Masquer des données personnelles",
            "Remplace chaque donnée par un repère. Les listes de la collectivité valent.",
            scope="masquer",
            asked="DemandeMasquer",
            answered="ReponseMasquer",
        )
    },
    "/restaurer": {
        "post": _operation(
            "Restituer ce qui avait été masqué",
            "Remet les données d’une table scellée. Un repère inventé reste visible.",
            scope="masquer",
            asked="DemandeRestaurer",
            answered="ReponseRestaurer",
        )
    },
    "/modeles": {
        "get": _operation(
            "Lister les modèles d’écriture",
            "Ceux qui sont livrés, et ceux que la maison ou la direction de la clé partage.",
            scope="clarifier",
            asked=None,
            answered="ReponseModeles",
        )
    },
    "/clarifier": {
        "post": _operation(
            "Écrire un brouillon",
            "Applique un modèle d’écriture et rend un brouillon avec ses constats. Avec un modèle "
            "de langage embarqué, la réponse peut prendre plusieurs minutes. Rien n’est gardé.",
            scope="clarifier",
            asked="DemandeClarifier",
            answered="ReponseClarifier",
        )
    },
    "/documents": {
        "post": _operation(
            "Chercher dans les documents",
            "Les passages qui répondent le mieux, dans les collections de la maison et de la "
            "direction de la clé.",
            scope="demander",
            asked="DemandeDocuments",
            answered="ReponseDocuments",
        )
    },
    "/demander": {
        "post": _operation(
            "Poser une question",
            "Une réponse tirée des documents, chaque phrase avec son passage ; ou « je ne trouve "
            "pas ». Une urgence reçoit les bons numéros, par règle. La question n’est pas gardée.",
            scope="demander",
            asked="DemandeDemander",
            answered="ReponseDemander",
        )
    },
}


def _at_the_root(operation: Schema, method: str) -> Schema:
    """An address of the gateway: it is not under /api/v1, and its errors are as OpenAI's."""
    error = {
        "description": "Erreur, à la façon d’OpenAI",
        "content": {JSON: {"schema": ref("ErreurPasserelle")}},
    }
    answered = {**operation["responses"], "default": error}
    return {"servers": [{"url": "/"}], method: {**operation, "responses": answered}}


GATEWAY: dict[str, Schema] = {
    "/v1/models": _at_the_root(
        _operation(
            "Lister les modèles de langage",
            "« beffroi » désigne toujours celui de la collectivité.",
            scope="modele",
            asked=None,
            answered="ReponsePasserelle",
        ),
        "get",
    ),
    "/v1/chat/completions": _at_the_root(
        _operation(
            "Converser avec le modèle de langage",
            "Messages de texte, réponse entière ou au fil de l’eau (stream).",
            scope="modele",
            asked="DemandeConversation",
            answered="ReponsePasserelle",
        ),
        "post",
    ),
    "/v1/embeddings": _at_the_root(
        _operation(
            "Changer des textes en vecteurs",
            "512 dimensions, calculées sur cette machine ; les unités comptées sont des mots.",
            scope="modele",
            asked="DemandeVecteurs",
            answered="ReponsePasserelle",
        ),
        "post",
    ),
}

_INTRODUCTION = (
    "Les fonctions de Beffroi pour les outils de la collectivité. Chaque appel porte une clé "
    "créée par un administrateur ; il est compté, limité et inscrit au journal, sans son contenu."
)


@cache
def document() -> Schema:
    """The whole document. Made once; do not change what it returns."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Beffroi", "version": "1", "description": _INTRODUCTION},
        "servers": [{"url": "/api/v1"}],
        "security": [{"cle": []}],
        "paths": {**PATHS, **GATEWAY},
        "components": {
            "securitySchemes": {
                "cle": {"type": "http", "scheme": "bearer", "description": "Votre clé (bfr_…)."}
            },
            "responses": {
                "Erreur": {
                    "description": "Erreur, dite en français",
                    "content": {JSON: {"schema": ref("Erreur")}},
                }
            },
            "schemas": SCHEMAS,
        },
    }


def resolved(name: str) -> Schema:
    """The schema ``name`` with what it refers to, for a validator."""
    return {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
