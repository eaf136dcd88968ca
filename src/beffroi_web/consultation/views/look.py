"""Looking at what was found: signals, answers, profiles, decisions. Nothing is written here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beffroi_web.consultation import answers, meaning, profiles, shelf, tally
from beffroi_web.consultation.visible import analysed_or_404


@require_GET
def signaux(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    return render(request, "consultation/signaux.html", shelf.signals(row))


@require_GET
def reponses(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    result, given = shelf.opened(row)
    context = {
        **shelf.heading(row, result, given, "reponses"),
        "taught": bool(shelf.moved(row)),
        **answers.page_of(result, given, request.GET, meaning.near(row)),
    }
    return render(request, "consultation/reponses.html", context)


@require_GET
def comptes(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    return render(request, "consultation/comptes.html", tally.tally(row, request.GET))


@require_GET
def carte(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    if not row.sense:
        raise Http404("Cette consultation a été analysée sans sa carte.")
    return render(request, "consultation/carte.html", meaning.mapped(row, request.GET))


@require_GET
def profils(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    context = profiles.profiles(row, request.GET)
    if not context["columns"]:
        raise Http404("Rien n’est connu des personnes qui ont répondu.")
    return render(request, "consultation/profils.html", context)


@require_GET
def decisions(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    return render(request, "consultation/decisions.html", shelf.decisions(row))
