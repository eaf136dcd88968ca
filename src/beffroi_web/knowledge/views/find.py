"""The first page: search, and the collections."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beffroi_web.knowledge import found, visible
from beffroi_web.knowledge.forms import SearchDocuments


@require_GET
def accueil(request: HttpRequest) -> HttpResponse:
    rows = visible.collections(request.user, request.collectivite)
    form = SearchDocuments(request.GET or None)
    question = form.cleaned_data["q"].strip() if form.is_bound and form.is_valid() else ""
    context = {
        "form": form,
        "question": question,
        "collections": visible.with_counts(rows),
        "may_add": request.user.has_perm("documents.deposer", request.collectivite),
        "found": found.search(question, rows, request.collectivite) if question else None,
    }
    return render(request, "knowledge/accueil.html", context)
