"""Files: drop one, take back its copy and its table, or erase them."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beffroi.errors import InputError
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.confidentialite import deposits
from beffroi_web.confidentialite.forms import GiveFile, Passphrase, RestoreFile, Review
from beffroi_web.confidentialite.models import Deposit


def _limit() -> int:
    return int(settings.BEFFROI.upload_limit)


@require_POST
@in_collectivite("clarifier.rediger")
def deposer(request: HttpRequest) -> HttpResponse:
    form = GiveFile(request.POST, request.FILES, upload_limit=_limit())
    if form.is_valid():
        upload = form.cleaned_data["fichier"]
        try:
            row = deposits.give(
                upload.read(),
                name=upload.name,
                work=form.cleaned_data["travail"],
                user=request.user,
                collectivite=request.collectivite,
            )
            return redirect("confidentialite:fichier", number=row.pk)
        except InputError as error:
            form.add_error("fichier", error.sentence)
    context = {"form": Review(), "file_form": form}
    return render(request, "confidentialite/accueil.html", context, status=422)


@require_http_methods(["GET", "POST"])
@in_collectivite("clarifier.rediger")
def restituer(request: HttpRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RestoreFile(*sent, upload_limit=_limit())
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["fichier"]
        try:
            row = deposits.give(
                upload.read(),
                name=upload.name,
                work=Deposit.Work.RESTORE,
                user=request.user,
                collectivite=request.collectivite,
                table=form.opened,
            )
            return redirect("confidentialite:fichier", number=row.pk)
        except InputError as error:
            form.add_error("fichier", error.sentence)
    status = 422 if form.errors else 200
    context = {"form": form}
    return render(request, "confidentialite/restituer_fichier.html", context, status=status)


@require_safe
@in_collectivite("clarifier.rediger")
def fichier(request: HttpRequest, number: int) -> HttpResponse:
    row = _mine(request, number)
    context = {"row": row, "form": Passphrase()}
    return render(request, "confidentialite/fichier.html", context)


@require_safe
@in_collectivite("clarifier.rediger")
def copie(request: HttpRequest, number: int) -> HttpResponse:
    row = _mine(request, number)
    data = deposits.copy_of(row)
    if data is None:
        messages.error(request, deposits.GONE)
        return redirect("confidentialite:accueil")
    return _attachment(data, row.copy_name)


@require_POST
@in_collectivite("clarifier.rediger")
def table(request: HttpRequest, number: int) -> HttpResponse:
    row = _mine(request, number)
    form = Passphrase(request.POST)
    if not form.is_valid():
        context = {"row": row, "form": form}
        return render(request, "confidentialite/fichier.html", context, status=422)
    data = deposits.table_of(row, form.cleaned_data["phrase"])
    if data is None:
        messages.error(request, deposits.GONE)
        return redirect("confidentialite:accueil")
    return _attachment(data, f"{row.name.rpartition('.')[0]} (table).json")


@require_POST
@in_collectivite("clarifier.rediger")
def effacer(request: HttpRequest, number: int) -> HttpResponse:
    _mine(request, number).delete()
    messages.success(request, "Le fichier et sa table sont effacés de cette machine.")
    return redirect("confidentialite:accueil")


def _mine(request: HttpRequest, number: int) -> Deposit:
    rows = Deposit.objects.for_(request.collectivite).select_related("job")
    row: Deposit = get_object_or_404(rows, pk=number, owner=request.user)
    return row


def _attachment(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "no-store"
    return answer
