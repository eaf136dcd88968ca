"""One's conversations: found again, renamed, erased."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from beffroi_web.assistants import actions, visible
from beffroi_web.assistants.forms import Find, Rename
from beffroi_web.clarifier.actions import searchable

PER_PAGE = 20


@require_GET
def conversations(request: HttpRequest) -> HttpResponse:
    form = Find(request.GET or None)
    asked = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    rows = visible.conversations(request.user, request.collectivite)
    for word in searchable(asked).split():
        rows = rows.filter(found__contains=word)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "asked": asked,
    }
    return render(request, "assistants/conversations.html", context)


@require_http_methods(["GET", "POST"])
def renommer(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    form = Rename(request.POST or None, initial={"titre": row.title})
    if request.method == "POST" and form.is_valid():
        actions.rename(row, form.cleaned_data["titre"], user=request.user)
        return redirect(row)
    context = {"form": form, "conversation": row}
    return render(request, "assistants/renommer.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def supprimer(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    if request.method == "POST":
        actions.delete(row, user=request.user)
        messages.success(request, "La conversation est effacée, avec ses documents.")
        return redirect("assistants:conversations")
    return render(request, "assistants/supprimer.html", {"conversation": row})
