"""The gateway in the OpenAPI document: its schemas, published by OpenAI, and its addresses."""

from __future__ import annotations

from beffroi_web.openings.paths import operation
from beffroi_web.openings.shapes import JSON, STRING, Schema, record, ref, text

GATEWAY_SCHEMAS: dict[str, Schema] = {
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


def _at_the_root(asked: Schema, method: str) -> Schema:
    """An address of the gateway: it is not under /api/v1, and its errors are as OpenAI's."""
    error = {
        "description": "Erreur, à la façon d’OpenAI",
        "content": {JSON: {"schema": ref("ErreurPasserelle")}},
    }
    answered = {**asked["responses"], "default": error}
    return {"servers": [{"url": "/"}], method: {**asked, "responses": answered}}


GATEWAY: dict[str, Schema] = {
    "/v1/models": _at_the_root(
        operation(
            "Lister les modèles de langage",
            "« beffroi » désigne toujours celui de la collectivité.",
            scope="modele",
            asked=None,
            answered="ReponsePasserelle",
        ),
        "get",
    ),
    "/v1/chat/completions": _at_the_root(
        operation(
            "Converser avec le modèle de langage",
            "Messages de texte, réponse entière ou au fil de l’eau (stream).",
            scope="modele",
            asked="DemandeConversation",
            answered="ReponsePasserelle",
        ),
        "post",
    ),
    "/v1/embeddings": _at_the_root(
        operation(
            "Changer des textes en vecteurs",
            "512 dimensions, calculées sur cette machine ; les unités comptées sont des mots.",
            scope="modele",
            asked="DemandeVecteurs",
            answered="ReponsePasserelle",
        ),
        "post",
    ),
}
