"""One's texts: search, rename, delete."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from beffroi_web.clarifier import actions, visible
from beffroi_web.clarifier.forms import Find, Rename
from beffroi_web.clarifier.visible import draft_or_404

PER_PAGE = 20


@require_GET
def textes(request: HttpRequest) -> HttpResponse:
    form = Find(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = visible.with_counts(visible.drafts(request.user, request.collectivite))
    for word in actions.searchable(asked.get("q", "")).split():
        rows = rows.filter(found__contains=word)
    if asked.get("etat"):
        rows = rows.filter(state=asked["etat"])
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "asked": any(asked.values())}
    return render(request, "clarifier/textes.html", context)


@require_http_methods(["GET", "POST"])
def renommer(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    form = Rename(request.POST or None, initial={"titre": draft.title})
    if request.method == "POST" and form.is_valid():
        actions.rename(draft, form.cleaned_data["titre"], user=request.user)
        return redirect("clarifier:texte", number=number)
    return render(request, "clarifier/renommer.html", {"draft": draft, "form": form})


@require_http_methods(["GET", "POST"])
def supprimer(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if request.method == "POST":
        title = draft.title
        actions.delete(draft, user=request.user)
        messages.success(request, f"« {title} » est supprimé.")
        return redirect("clarifier:textes")
    return render(request, "clarifier/supprimer.html", {"draft": draft})
