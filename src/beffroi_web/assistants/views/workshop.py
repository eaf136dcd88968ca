"""The assistants: list, read, write, try, share, give, take away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.assistants import Assistant
from beffroi.assistants.files import from_zip, to_zip
from beffroi.errors import InputError
from beffroi_web.assistants import available, bench, usage, writing
from beffroi_web.assistants.folder_forms import Give, Import, Share
from beffroi_web.assistants.models import Offer, OwnAssistant
from beffroi_web.assistants.sheet import Sheet


def _mine(request: HttpRequest, name: str) -> OwnAssistant:
    """An assistant that this person may change."""
    row = get_object_or_404(available.own(request.user, request.collectivite), name=name)
    if not writing.may_change(row, request.user):
        raise Http404
    return row


def _any(request: HttpRequest, name: str) -> Assistant:
    found = available.available(request.user, request.collectivite).get(name)
    if found is None:
        raise Http404
    return found


@require_GET
def atelier(request: HttpRequest) -> HttpResponse:
    context = {**bench.workshop(request.user, request.collectivite), "form": Import()}
    return render(request, "assistants/atelier.html", context)


@require_GET
def emploi(request: HttpRequest) -> HttpResponse:
    """Figures for those whose role is to write assistants."""
    if not request.user.has_perm("assistants.ecrire", request.collectivite):
        raise PermissionDenied
    uses = usage.figures(request.user, request.collectivite)
    context = {"uses": uses, "days": usage.DAYS, "few": usage.FEW}
    return render(request, "assistants/emploi.html", context)


@require_GET
def assistant(request: HttpRequest, name: str) -> HttpResponse:
    found = _any(request, name)
    context = bench.assistant(found, request.user, request.collectivite)
    return render(request, "assistants/assistant.html", context)


@require_http_methods(["GET", "POST"])
def nouveau(request: HttpRequest) -> HttpResponse:
    base = available.available(request.user, request.collectivite).get(request.GET.get("base", ""))
    return _write(request, base, None)


@require_http_methods(["GET", "POST"])
def ecrire(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    return _write(request, available.latest(row), row)


def _write(request: HttpRequest, base: Assistant | None, row: OwnAssistant | None) -> HttpResponse:
    choices = bench.choices(request.user, request.collectivite)
    sheet = Sheet(request.POST or None, base=base, own=row is not None, **choices)
    if request.method == "POST" and "ajouter" not in request.POST and sheet.is_valid():
        saved = _saved(request, sheet, row)
        if saved:
            return redirect("assistants:assistant", name=saved)
    context: dict[str, Any] = {"sheet": sheet, "row": row, "base": base}
    status = 422 if sheet.refused else 200
    return render(request, "assistants/ecrire.html", context, status=status)


def _saved(request: HttpRequest, sheet: Sheet, row: OwnAssistant | None) -> str:
    """The name under which it is kept; empty when it is refused, and the sheet says why."""
    try:
        found = sheet.assistant()
        if row is not None:
            writing.change(row, found, user=request.user)
        else:
            writing.create(found, user=request.user, collectivite=request.collectivite)
    except InputError as error:
        sheet.refuse(error.sentence)
        return ""
    messages.success(request, f"L’assistant « {found.title} » est enregistré. Essayez-le.")
    return found.name


@require_POST
def importer(request: HttpRequest) -> HttpResponse:
    form = Import(request.POST, request.FILES)
    if form.is_valid():
        try:
            found = from_zip(form.cleaned_data["archive"].read(2_000_001))
            writing.create(found, user=request.user, collectivite=request.collectivite)
            return redirect("assistants:assistant", name=found.name)
        except InputError as error:
            form.add_error("archive", error.sentence)
    context = {**bench.workshop(request.user, request.collectivite), "form": form}
    return render(request, "assistants/atelier.html", context, status=422)


@require_GET
def archive(request: HttpRequest, name: str) -> HttpResponse:
    answer = HttpResponse(to_zip(_any(request, name)), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return answer


@require_POST
def essayer(request: HttpRequest, name: str) -> HttpResponse:
    found = _any(request, name)
    writing.try_out(found.name, user=request.user, collectivite=request.collectivite)
    return redirect(reverse("assistants:assistant", args=[name]) + "#essais")


@require_POST
def partager(request: HttpRequest, name: str) -> HttpResponse:
    row, form = _mine(request, name), Share(request.POST)
    if form.is_valid():
        try:
            writing.share(row, form.cleaned_data["partage"], user=request.user)
            messages.success(request, f"Partage : {row.get_sharing_display().lower()}.")
        except InputError as error:
            messages.warning(request, error.sentence)
    return redirect("assistants:assistant", name=name)


@require_POST
def donner(request: HttpRequest, name: str) -> HttpResponse:
    row, form = _mine(request, name), Give(request.POST)
    if not form.is_valid():
        messages.warning(request, "Le numéro SIREN compte neuf chiffres.")
        return redirect("assistants:assistant", name=name)
    try:
        writing.give(row, form.cleaned_data["siren"], user=request.user)
        messages.success(request, "L’assistant est proposé à cette collectivité.")
    except InputError as error:
        messages.warning(request, error.sentence)
    return redirect("assistants:assistant", name=name)


@require_POST
def recevoir(request: HttpRequest, offer: int) -> HttpResponse:
    """Take what another authority gives, or refuse it."""
    row = get_object_or_404(Offer.objects.for_(request.collectivite), pk=offer)
    if "refuser" in request.POST:
        writing.refuse(row, user=request.user)
        return redirect("assistants:atelier")
    try:
        taken = writing.take(row, user=request.user)
    except InputError as error:
        messages.warning(request, error.sentence)
        return redirect("assistants:atelier")
    return redirect("assistants:assistant", name=taken.name)


@require_GET
def versions(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    context = bench.versions(row, request.GET.get("de", ""), request.GET.get("a", ""))
    return render(request, "assistants/versions.html", context)


@require_POST
def revenir(request: HttpRequest, name: str, version: int) -> HttpResponse:
    row = _mine(request, name)
    get_object_or_404(row.editions, version=version)
    writing.go_back(row, version, user=request.user)
    return redirect("assistants:assistant", name=name)


@require_http_methods(["GET", "POST"])
def retirer(request: HttpRequest, name: str) -> HttpResponse:
    row = _mine(request, name)
    found = available.latest(row)
    if request.method == "POST":
        writing.delete(row, user=request.user)
        messages.success(request, "L’assistant est supprimé. Les conversations restent.")
        return redirect("assistants:atelier")
    return render(request, "assistants/retirer.html", {"assistant": found, "row": row})
