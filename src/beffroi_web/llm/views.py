"""« Modèle de langage » : its state for everyone, its settings for administrators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.errors import BeffroiError
from beffroi_web.llm import actions
from beffroi_web.llm.choose import choice_of, installable, state_of
from beffroi_web.llm.forms import ChooseModel


def _told(request: HttpRequest) -> dict[str, Any]:
    return {
        "state": state_of(request.collectivite),
        "may_set": request.user.has_perm(actions.PERMISSION, request.collectivite),
        "installable": installable(),
    }


@require_GET
def etat(request: HttpRequest) -> HttpResponse:
    return render(request, "llm/etat.html", _told(request))


@require_POST
def installer(request: HttpRequest) -> HttpResponse:
    actions.install(user=request.user, collectivite=request.collectivite)
    messages.success(request, "Le modèle va arriver. Vous pouvez continuer à travailler.")
    return redirect("llm:etat")


@require_http_methods(["GET", "POST"])
def regler(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(actions.PERMISSION, request.collectivite):
        return redirect("llm:etat")
    form = ChooseModel(request.POST or None, instance=choice_of(request.collectivite))
    if request.method == "POST" and form.is_valid():
        choice = form.save(commit=False)
        key = form.cleaned_data["key"]
        actions.save(choice, key=key, user=request.user, collectivite=request.collectivite)
        messages.success(request, "Réglage enregistré. Il vaut dès le prochain travail.")
        return redirect("llm:etat")
    return render(request, "llm/regler.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def essayer(request: HttpRequest) -> HttpResponse:
    answer = actions.try_it(user=request.user, collectivite=request.collectivite)
    context = {
        **_told(request),
        "tried": True,
        "error": answer if isinstance(answer, BeffroiError) else None,
        "answer": None if isinstance(answer, BeffroiError) else answer,
    }
    return render(request, "llm/etat.html", context)
