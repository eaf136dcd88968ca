"""A collection: made, shown, changed, removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from beffroi.errors import InputError
from beffroi_web.knowledge import actions, shelf, visible
from beffroi_web.knowledge.forms import WriteCollection
from beffroi_web.knowledge.models import Collection


@require_http_methods(["GET", "POST"])
def nouvelle(request: HttpRequest) -> HttpResponse:
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        row = _saved(request, form, None)
        if row:
            return redirect(row)
    context = {"form": form, "row": None}
    return render(request, "knowledge/ecrire.html", context, status=422 if form.errors else 200)


@require_GET
def collection(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    context = shelf.collection(row, request.user, request.GET)
    return render(request, "knowledge/collection.html", context)


@require_http_methods(["GET", "POST"])
def modifier(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    initial = {
        "nom": row.name,
        "description": row.description,
        "lecteurs": "maison" if row.house else str(row.direction_id or ""),
        "habitants": row.public,
        "masquee": row.masked,
    }
    form = _form(request, initial)
    if request.method == "POST" and form.is_valid() and _saved(request, form, row):
        return redirect(row)
    context = {"form": form, "row": row}
    return render(request, "knowledge/ecrire.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, initial: dict[str, Any] | None = None) -> WriteCollection:
    openings = visible.openings(request.user, request.collectivite)
    return WriteCollection(request.POST or None, openings=openings, initial=initial)


def _saved(request: HttpRequest, form: WriteCollection, row: Collection | None) -> Any:
    try:
        if row is None:
            return actions.create(
                form.cleaned_data, user=request.user, collectivite=request.collectivite
            )
        return actions.change(row, form.cleaned_data, user=request.user)
    except InputError as error:
        form.add_error("nom", error.sentence)
        return None


@require_http_methods(["GET", "POST"])
def supprimer(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    if request.method == "POST" and not row.working:
        name = row.name
        actions.delete(row, user=request.user)
        messages.success(request, f"« {name} » et ses documents sont effacés.")
        return redirect("knowledge:accueil")
    return render(request, "knowledge/supprimer.html", {"row": row})
