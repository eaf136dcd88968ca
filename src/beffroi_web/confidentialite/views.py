"""Masquer: give a text, decide, copy; then give the answer back. Nothing is stored."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.privacy import restore
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.confidentialite import actions
from beffroi_web.confidentialite.forms import AddLine, Answer, GiveFile, Review
from beffroi_web.confidentialite.models import Listed
from beffroi_web.confidentialite.reviewing import keep_choices, review
from beffroi_web.confidentialite.sealed import seal, unseal


@require_http_methods(["GET", "POST"])
@in_collectivite("clarifier.rediger")
def accueil(request: HttpRequest) -> HttpResponse:
    form = Review(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _review(request, form)
    file_form = GiveFile(upload_limit=settings.BEFFROI.upload_limit)
    context = {"form": form, "file_form": file_form}
    status = 422 if form.errors else 200
    return render(request, "confidentialite/accueil.html", context, status=status)


def _review(request: HttpRequest, form: Review) -> HttpResponse:
    text, who = form.cleaned_data["texte"], request.collectivite
    block = form.cleaned_data["bloquer"] or who.block_when_in_doubt
    reviewed = review(text, request.POST, collectivite=who, block=block)
    keep_choices(reviewed, request.POST, user=request.user, collectivite=who)
    if not reviewed.blocked:
        actions.note_masked(reviewed.masked.counts, user=request.user, collectivite=who)
    context = {
        "form": form,
        "reviewed": reviewed,
        "answer": Answer(initial={"repere": seal(reviewed.masked.table, user=request.user.pk)}),
    }
    return render(request, "confidentialite/relire.html", context)


@require_POST
@in_collectivite("clarifier.rediger")
def restituer(request: HttpRequest) -> HttpResponse:
    form = Answer(request.POST)
    table = unseal(str(request.POST.get("repere", "")), user=request.user.pk)
    if table is None:
        messages.error(
            request, "Ces repères ne sont plus lisibles : masquez de nouveau le texte d’origine."
        )
        return redirect("confidentialite:accueil")
    restored = restore(form.cleaned_data["reponse"], table) if form.is_valid() else None
    context = {"answer": form, "restored": restored}
    status = 200 if restored else 422
    return render(request, "confidentialite/restituer.html", context, status=status)


@require_http_methods(["GET", "POST"])
@in_collectivite("clarifier.rediger")
def listes(request: HttpRequest) -> HttpResponse:
    form = AddLine(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"user": request.user, "collectivite": request.collectivite}
        actions.keep(form.cleaned_data["liste"], form.cleaned_data["ligne"], **who)
        return redirect("confidentialite:listes")
    context = {"form": form, "rows": Listed.objects.for_(request.collectivite)}
    status = 422 if form.errors else 200
    return render(request, "confidentialite/listes.html", context, status=status)


@require_POST
@in_collectivite("clarifier.rediger")
def retirer(request: HttpRequest, number: int) -> HttpResponse:
    row = get_object_or_404(Listed.objects.for_(request.collectivite), pk=number)
    actions.forget(row, user=request.user)
    return redirect("confidentialite:listes")
