"""The modèles: list, read, write, try, share, take away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.drafting import Modele, from_zip, to_zip
from beffroi.errors import InputError
from beffroi_web.editions import compare
from beffroi_web.jobs.models import Job
from beffroi_web.modeles import actions, available
from beffroi_web.modeles.forms import Import, Share
from beffroi_web.modeles.models import OwnModele
from beffroi_web.modeles.sheet import Sheet


def _own(request: HttpRequest, name: str) -> OwnModele:
    return get_object_or_404(available.own(request.user, request.collectivite), name=name)


def _mine(request: HttpRequest, name: str) -> OwnModele:
    """A modèle that this person may change."""
    row = _own(request, name)
    if not actions.may_change(row, request.user):
        raise Http404
    return row


def _any(request: HttpRequest, name: str) -> Modele:
    found = available.available(request.user, request.collectivite).get(name)
    if found is None:
        raise Http404
    return found


def _all(request: HttpRequest, form: Import) -> dict[str, Any]:
    rows = available.own(request.user, request.collectivite)
    own = [(row, available.latest(row)) for row in rows]
    return {"shipped": available.shipped().values(), "own": own, "form": form}


@require_GET
def accueil(request: HttpRequest) -> HttpResponse:
    own = [
        (row, available.latest(row)) for row in available.own(request.user, request.collectivite)
    ]
    context = {"shipped": available.shipped().values(), "own": own, "form": Import()}
    return render(request, "modeles/accueil.html", context)


@require_GET
def modele(request: HttpRequest, name: str) -> HttpResponse:
    found = _any(request, name)
    row = available.own(request.user, request.collectivite).filter(name=name).first()
    changes = bool(row) and actions.may_change(row, request.user)
    context = {
        "modele": found,
        "row": row,
        "may_change": changes,
        "form": Share(initial={"partage": row.sharing}) if row and changes else None,
        "trial": _last_trial(request, found),
    }
    return render(request, "modeles/modele.html", context)


def _last_trial(request: HttpRequest, found: Modele) -> Job | None:
    jobs = Job.objects.for_(request.collectivite).filter(owner=request.user, name=actions.TRYING)
    job: Job | None = jobs.filter(args__modele=found.name).first()
    return job


@require_http_methods(["GET", "POST"])
def nouveau(request: HttpRequest) -> HttpResponse:
    base = available.available(request.user, request.collectivite).get(request.GET.get("base", ""))
    return _write(request, base, None)


@require_http_methods(["GET", "POST"])
def modifier(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    return _write(request, available.latest(row), row)


def _write(request: HttpRequest, base: Modele | None, row: OwnModele | None) -> HttpResponse:
    sheet = Sheet(request.POST or None, base=base, own=row is not None)
    if request.method == "POST" and "ajouter" not in request.POST and sheet.is_valid():
        saved = _saved(request, sheet, row)
        if saved:
            return redirect("modeles:modele", name=saved)
    context: dict[str, Any] = {"sheet": sheet, "row": row, "base": base}
    status = 422 if sheet.refused else 200
    return render(request, "modeles/ecrire.html", context, status=status)


def _saved(request: HttpRequest, sheet: Sheet, row: OwnModele | None) -> str:
    """The name under which it is kept; empty when it is refused, and the sheet says why."""
    try:
        found = sheet.modele()
        if row is not None:
            actions.change(row, found, user=request.user)
        else:
            actions.create(found, user=request.user, collectivite=request.collectivite)
    except InputError as error:
        sheet.refuse(error.sentence)
        return ""
    messages.success(request, f"Le modèle « {found.title} » est enregistré.")
    return found.name


@require_POST
def importer(request: HttpRequest) -> HttpResponse:
    form = Import(request.POST, request.FILES)
    if form.is_valid():
        try:
            found = from_zip(form.cleaned_data["archive"].read(2_000_001))
            actions.create(found, user=request.user, collectivite=request.collectivite)
            return redirect("modeles:modele", name=found.name)
        except InputError as error:
            form.add_error("archive", error.sentence)
    own = [
        (row, available.latest(row)) for row in available.own(request.user, request.collectivite)
    ]
    context = {"shipped": available.shipped().values(), "own": own, "form": form}
    return render(request, "modeles/accueil.html", context, status=422)


@require_GET
def exporter(request: HttpRequest, name: str) -> HttpResponse:
    answer = HttpResponse(to_zip(_any(request, name)), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return answer


@require_POST
def essayer(request: HttpRequest, name: str) -> HttpResponse:
    found = _any(request, name)
    actions.try_out(found.name, user=request.user, collectivite=request.collectivite)
    return redirect(reverse("modeles:modele", args=[name]) + "#essais")


@require_POST
def partager(request: HttpRequest, name: str) -> HttpResponse:
    row, form = _mine(request, name), Share(request.POST)
    if form.is_valid():
        actions.share(row, form.cleaned_data["partage"], user=request.user)
        messages.success(request, f"Partage : {row.get_sharing_display().lower()}.")
    return redirect("modeles:modele", name=name)


@require_GET
def versions(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    rows = list(row.editions.select_related("author"))
    sides = compare.versions(rows, request.GET.get("de", ""), request.GET.get("a", ""))
    context = {**sides, "row": row, "modele": available.latest(row)}
    return render(request, "modeles/versions.html", context)


@require_POST
def revenir(request: HttpRequest, name: str, version: int) -> HttpResponse:
    row = _mine(request, name)
    get_object_or_404(row.editions, version=version)
    actions.go_back(row, version, user=request.user)
    messages.success(request, f"La version {version} est reprise, en une nouvelle version.")
    return redirect("modeles:modele", name=name)


@require_http_methods(["GET", "POST"])
def supprimer(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    if request.method == "POST":
        actions.delete(row, user=request.user)
        messages.success(request, "Le modèle est supprimé. Les textes déjà écrits restent.")
        return redirect("modeles:accueil")
    return render(request, "modeles/supprimer.html", {"modele": available.latest(row), "row": row})
