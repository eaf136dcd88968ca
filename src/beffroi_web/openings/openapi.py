"""The OpenAPI 3.1 document: it is what the page shows, what calls are checked against, and what
the tests hold the answers to."""

from __future__ import annotations

from functools import cache

from beffroi_web.openings.gateway import GATEWAY, GATEWAY_SCHEMAS
from beffroi_web.openings.paths import PATHS
from beffroi_web.openings.schemas import API_SCHEMAS
from beffroi_web.openings.shapes import JSON, Schema, ref

#: Every schema of the document, by name.
SCHEMAS: dict[str, Schema] = {**API_SCHEMAS, **GATEWAY_SCHEMAS}

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
