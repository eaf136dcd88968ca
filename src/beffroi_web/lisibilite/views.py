"""The page « Lisibilité », and the same answer in JSON. Nothing is kept."""

from __future__ import annotations

import json
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.clarity.export import change_rows, finding_rows, rewriting_row
from beffroi.clarity.rules import AUDIENCES, Audience
from beffroi.errors import InputError
from beffroi_web.lisibilite.actions import terms_of
from beffroi_web.lisibilite.forms import Measure
from beffroi_web.lisibilite.study import Study, study


@require_http_methods(["GET", "POST"])
def accueil(request: HttpRequest) -> HttpResponse:
    form = Measure(
        request.POST or None, request.FILES or None, upload_limit=settings.BEFFROI.upload_limit
    )
    found: Study | None = None
    if request.method == "POST" and form.is_valid():
        try:
            audience = cast(Audience, form.cleaned_data["profil"])
            terms = terms_of(request.collectivite)
            found = study(form.document.text, audience, terms=terms)
        except InputError as error:
            form.add_error("texte", error.sentence)
    context = {"form": form, "study": found}
    status = 422 if form.errors else 200
    return render(request, "lisibilite/accueil.html", context, status=status)


@require_POST
def api(request: HttpRequest) -> JsonResponse:
    """``{"texte", "profil"}`` → profile, passages, rewriting. Errors: ``{"code", "message"}``."""
    try:
        asked = json.loads(request.body)
        text, audience = str(asked["texte"]), str(asked.get("profil", "langage-clair"))
        if audience not in AUDIENCES:
            raise ValueError(audience)
    except (ValueError, KeyError, TypeError, AttributeError):
        message = 'Envoyez un objet JSON : {"texte": …, "profil": "langage-clair" ou "falc"}.'
        return JsonResponse({"code": "entree", "message": message}, status=400)
    try:
        terms = terms_of(request.collectivite)
        found = study(text, cast(Audience, audience), terms=terms)
    except InputError as error:
        return JsonResponse({"code": error.code, "message": error.sentence}, status=422)
    return JsonResponse(_row(found), json_dumps_params={"ensure_ascii": False})


def _row(found: Study) -> dict[str, object]:
    return {
        "profil": found.audience,
        "mots": found.words,
        "phrases": found.sentences,
        "comparaison": change_rows(found.changes),
        "remarques": finding_rows(found.findings),
        "reecriture": rewriting_row(found.rewriting) if found.rewriting else None,
        "glossaire": [
            {"terme": g.term.name, "sens": g.term.definition, "source": g.term.credit}
            for g in found.glosses
        ],
    }
