"""« Relire et signer » : nothing leaves as final without a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi_web.clarifier import actions, table
from beffroi_web.clarifier.forms import Sign
from beffroi_web.clarifier.visible import draft_or_404

CHANGED = "Ce texte a changé ou un point bloquant est ouvert. Relisez-le, puis signez."


@require_http_methods(["GET", "POST"])
def signer(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if draft.current is None or draft.working:
        return redirect("clarifier:texte", number=number)
    form = Sign(request.POST or None, initial={"version": draft.current.number})
    if request.method == "POST" and form.is_valid():
        if actions.sign(draft, version=form.cleaned_data["version"], user=request.user):
            return redirect("clarifier:texte", number=number)
        messages.warning(request, CHANGED)
        return redirect("clarifier:texte", number=number)
    context = {**table.laid(draft, request.user), "form": form}
    return render(request, "clarifier/signer.html", context, status=422 if form.errors else 200)


@require_POST
def valider(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    form = Sign(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    if not actions.validate(draft, version=version, user=request.user):
        messages.warning(request, CHANGED)
    return redirect("clarifier:texte", number=number)
