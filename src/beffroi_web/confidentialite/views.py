"""Masquer: give a text, decide, copy; then give the answer back. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.privacy import Masked, detect, mask, restore
from beffroi.privacy.review import Decision, Group, added, decided, doubt, groups
from beffroi.privacy.sensitive import sensitive
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.confidentialite import actions
from beffroi_web.confidentialite.forms import AddLine, Answer, GiveFile, Review
from beffroi_web.confidentialite.models import Listed
from beffroi_web.confidentialite.sealed import seal, unseal


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What the page shows of a text: ``blocked`` when a doubt remains and must be settled."""

    masked: Masked
    groups: list[Group]
    doubt: float
    blocked: bool


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
    reviewed = _reviewed(request, form.cleaned_data)
    _keep_choices(request, reviewed.groups, form.cleaned_data)
    if not reviewed.blocked:
        who: dict[str, Any] = {"user": request.user, "collectivite": request.collectivite}
        actions.note_masked(reviewed.masked.counts, **who)
    context = {
        "form": form,
        "reviewed": reviewed,
        "doubt": round(100 * reviewed.doubt),
        "sensitive": sensitive(form.cleaned_data["texte"]),
        "answer": Answer(initial={"repere": seal(reviewed.masked.table, user=request.user.pk)}),
    }
    return render(request, "confidentialite/relire.html", context)


def _reviewed(request: HttpRequest, asked: Mapping[str, Any]) -> Reviewed:
    text = asked["texte"]
    found = detect(text, lists=actions.lists_of(request.collectivite))
    more = added(text, asked["ajouts"].splitlines())
    every = groups(mask(text, mentions=decided(found, (), more)), _decisions(request.POST))
    left = [group for group in every if group.decision == "laisser"]
    masked = mask(text, mentions=decided(found, left, more))
    share = doubt(every)
    return Reviewed(
        masked=masked, groups=every, doubt=share, blocked=bool(asked["bloquer"] and share)
    )


def _decisions(sent: QueryDict) -> dict[str, Decision]:
    values: dict[str, Decision] = {"masquer": "masquer", "laisser": "laisser"}
    return {
        name.removeprefix("decision-"): values.get(str(sent[name]), "")
        for name in sent
        if name.startswith("decision-")
    }


def _keep_choices(request: HttpRequest, every: list[Group], asked: Mapping[str, Any]) -> None:
    """The choices that the person asked to keep feed the lists of the collectivité."""
    who: dict[str, Any] = {"user": request.user, "collectivite": request.collectivite}
    for group in every:
        if f"retenir-{group.key}" in request.POST and group.decision:
            kind = Listed.Kind.NEVER if group.decision == "laisser" else Listed.Kind.ALWAYS
            for text in group.texts:
                actions.keep(kind, text, **who)
    if "retenir-ajouts" in request.POST:
        for line in filter(None, map(str.strip, asked["ajouts"].splitlines())):
            actions.keep(Listed.Kind.ALWAYS, line, **who)


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
