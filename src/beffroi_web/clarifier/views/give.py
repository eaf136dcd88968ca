"""Giving a text: paste, drop, or try an example."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.documents import read_text
from beffroi.errors import UnknownName
from beffroi_web.clarifier import actions
from beffroi_web.clarifier.examples import EXAMPLES, example
from beffroi_web.clarifier.forms import GiveText
from beffroi_web.clarifier.models import Source
from beffroi_web.modeles.available import available


@require_http_methods(["GET", "POST"])
def accueil(request: HttpRequest) -> HttpResponse:
    wanted = request.GET.get("modele", "")
    modele = available(request.user, request.collectivite).get(wanted)
    form = GiveText(
        request.POST or None, request.FILES or None, upload_limit=settings.BEFFROI.upload_limit
    )
    if request.method == "POST" and form.is_valid():
        return redirect(_page_of(_given(request, form), wanted))
    context = {"form": form, "modele": modele, "examples": EXAMPLES}
    status = 422 if form.errors else 200
    return render(request, "clarifier/accueil.html", context, status=status)


def _given(request: HttpRequest, form: GiveText) -> Source:
    """What was read; a large file is read beside the page."""
    who: dict[str, Any] = {"user": request.user, "collectivite": request.collectivite}
    if form.document is None:
        data = form.cleaned_data["fichier"].read()
        return actions.give_large(data, file_name=form.file_name, **who)
    return actions.give(form.document, title=form.title, file_name=form.file_name, **who)


@require_POST
def exemple(request: HttpRequest, name: str) -> HttpResponse:
    try:
        found, text = example(name)
    except UnknownName as error:
        raise Http404 from error
    source = actions.give(
        read_text(text),
        title=found.title,
        file_name="",
        user=request.user,
        collectivite=request.collectivite,
    )
    return redirect(_page_of(source, request.POST.get("modele") or found.modele))


def _page_of(source: Source, modele: str) -> str:
    address = reverse("clarifier:source", args=[source.pk])
    return f"{address}?modele={modele}" if modele else address
