"""Schemas of what the operations under ``/api/v1`` take and give back."""

from __future__ import annotations

from typing import get_args

from beffroi.clarity.rules import AUDIENCES
from beffroi.findings import Kind
from beffroi_web.openings.shapes import (
    COUNTS,
    IDENTIFIER,
    LONGEST_COMPARED,
    LONGEST_WRITTEN,
    NUMBER_OR_NONE,
    STRING,
    Schema,
    listed,
    record,
    ref,
    text,
)

API_SCHEMAS: dict[str, Schema] = {
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
                        "default": STRING,
                        "choices": listed(record({"value": STRING, "label": STRING})),
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
                "description": "Les champs du modèle, dont public, ton et longueur.",
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
                "required": ["modele", "modele_version", "model", "energy", "masked", "options"],
                "properties": {
                    "masked": COUNTS,
                    "options": {"type": "object", "additionalProperties": STRING},
                },
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
}
