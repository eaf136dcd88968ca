"""The page « Vérifier », and the same answer in JSON. Nothing is kept."""

from __future__ import annotations

import json
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.errors import InputError
from beffroi.findings import Finding, Kind
from beffroi_web.verifier.comparison import Comparison, compared
from beffroi_web.verifier.forms import KINDS, Compare


@require_http_methods(["GET", "POST"])
def accueil(request: HttpRequest) -> HttpResponse:
    form = Compare(request.POST or None)
    found: Comparison | None = None
    if request.method == "POST" and form.is_valid():
        found = compared(
            form.cleaned_data["source"],
            form.cleaned_data["reecriture"],
            cast(Kind, form.cleaned_data["genre"]),
        )
    context = {"form": form, "comparison": found}
    status = 422 if form.errors else 200
    return render(request, "verifier/accueil.html", context, status=status)


@require_POST
def api(request: HttpRequest) -> JsonResponse:
    """``{"source", "rewrite", "kind"}`` → the row of ``beffroi verifier --jsonl``."""
    try:
        asked = json.loads(request.body)
        source, draft = str(asked["source"]), str(asked["rewrite"])
        kind = str(asked.get("kind", "plain"))
        if kind not in dict(KINDS):
            raise ValueError(kind)
    except (ValueError, KeyError, TypeError, AttributeError):
        message = 'Envoyez un objet JSON : {"source": …, "rewrite": …, "kind": …}.'
        return JsonResponse({"code": "entree", "message": message}, status=400)
    try:
        found = compared(source, draft, cast(Kind, kind))
    except InputError as error:
        return JsonResponse({"code": error.code, "message": error.sentence}, status=422)
    rows = [_row(point.finding) for point in found.points]
    answer = {"verdict": found.verdict, "findings": rows}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _row(finding: Finding) -> dict[str, object]:
    return {
        "type": finding.type,
        "severity": finding.severity,
        "source_start": finding.source.start if finding.source else None,
        "source_end": finding.source.end if finding.source else None,
        "draft_start": finding.draft.start if finding.draft else None,
        "draft_end": finding.draft.end if finding.draft else None,
        "source_text": finding.source_text,
        "draft_text": finding.draft_text,
        "message": finding.message,
    }
