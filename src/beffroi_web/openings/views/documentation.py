"""What a program can ask, for the person who writes it: one document, one page made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beffroi_web.openings import openapi
from beffroi_web.openings.answers import STATUSES, said
from beffroi_web.openings.models import Scope
from beffroi_web.openings.shapes import JSON


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldRow:
    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationRow:
    """One address of the API, ready for the page."""

    method: str
    path: str
    summary: str
    description: str
    scope: str
    asked: list[FieldRow]
    answered: list[FieldRow]


@login_not_required
@require_GET
def document(request: HttpRequest) -> HttpResponse:
    answer = said(openapi.document())
    answer["Cache-Control"] = "public, max-age=300"
    return answer


@login_not_required
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    context = {
        "operations": list(_operations()),
        "example": json.dumps(EXAMPLE, ensure_ascii=False),
        "address": request.build_absolute_uri("/").rstrip("/"),
        "codes": [(kind.code, status, kind.default_message) for kind, status in STATUSES],
    }
    return render(request, "openings/documentation.html", context)


EXAMPLE = {
    "source": "La rue est fermée du 7 au 10 avril, sauf pour les riverains.",
    "rewrite": "La rue est fermée du 7 au 10 avril.",
}


def _operations() -> Iterator[OperationRow]:
    for path, methods in openapi.PATHS.items():
        for method, operation in methods.items():
            body = operation.get("requestBody")
            yield OperationRow(
                method=method.upper(),
                path=f"/api/v1{path}",
                summary=operation["summary"],
                description=operation["description"],
                scope=str(Scope(operation["x-droit"]).label),
                asked=_fields(body) if body else [],
                answered=_fields(operation["responses"]["200"]),
            )


def _fields(holder: dict[str, Any]) -> list[FieldRow]:
    reference = holder["content"][JSON]["schema"]["$ref"]
    schema = openapi.SCHEMAS[reference.rsplit("/", 1)[-1]]
    return [
        FieldRow(
            name=name,
            kind=_kind(item),
            required=name in schema["required"],
            description=item.get("description", ""),
        )
        for name, item in schema["properties"].items()
    ]


_KINDS = {
    "string": "texte",
    "integer": "nombre entier",
    "number": "nombre",
    "boolean": "vrai ou faux",
    "object": "objet",
    "array": "liste",
    "null": "null",
}


def _kind(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "const" in schema:
        return str(schema["const"])
    if "$ref" in schema:
        return "objet"
    kind = schema.get("type", "object")
    words = " ou ".join(_KINDS[one] for one in ([kind] if isinstance(kind, str) else kind))
    return f"{words}, {schema['maxLength']} caractères au plus" if "maxLength" in schema else words
