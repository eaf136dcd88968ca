"""The workbench: source, draft and points side by side; editing and answering points."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi.drafting import Modele
from beffroi_web.clarifier import actions, table
from beffroi_web.clarifier.forms import AcceptPoint, CorrectPoint, EditText
from beffroi_web.clarifier.models import Draft, Origin, Point, Typing
from beffroi_web.clarifier.visible import draft_or_404
from beffroi_web.modeles.available import of_draft


@require_GET
def texte(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if draft.working or draft.current is None:
        return render(request, "clarifier/en_cours.html", table.waiting(draft))
    form = _editor(request, draft) if "modifier" in request.GET else None
    return render(
        request, "clarifier/etabli.html", {**table.laid(draft, request.user), "editor": form}
    )


def _editor(request: HttpRequest, draft: Draft) -> EditText:
    """The editor with what this person was typing, if it was not finished."""
    typing = Typing.objects.filter(draft=draft, author=request.user).first()
    version = draft.current
    assert version is not None
    text = typing.text if typing else version.text
    form = EditText(initial={"texte": text, "version": version.number})
    form.found_again = typing is not None and typing.text != version.text  # type: ignore[attr-defined]
    return form


@require_POST
def modifier(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if "abandonner" in request.POST:
        actions.drop_typing(draft, user=request.user)
        return redirect("clarifier:texte", number=number)
    form = EditText(request.POST)
    if not form.is_valid() or draft.current is None:
        context = {**table.laid(draft, request.user), "editor": form}
        return render(request, "clarifier/etabli.html", context, status=422)
    if form.cleaned_data["version"] != draft.current.number:
        messages.warning(
            request,
            "Ce texte a été modifié ailleurs pendant que vous écriviez. Votre version est "
            "enregistrée ; l’autre est dans les versions.",
        )
    return _edited(request, draft, form.cleaned_data["texte"], of_draft(draft), Origin.MAIN)


def _edited(
    request: HttpRequest, draft: Draft, text: str, modele: Modele, origin: str
) -> HttpResponse:
    actions.edit(draft, text, modele, user=request.user, origin=origin)
    return redirect("clarifier:texte", number=draft.pk)


@require_POST
def saisie(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    form = EditText(request.POST)
    if not form.is_valid():
        return JsonResponse({"erreurs": form.errors}, status=422)
    values = form.cleaned_data
    actions.keep_typing(draft, values["texte"], version=values["version"], user=request.user)
    return JsonResponse({"enregistre": True})


def _point(draft: Draft, point: int) -> Point:
    return get_object_or_404(Point, pk=point, version=draft.current)


@require_POST
def corriger(request: HttpRequest, number: int, point: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    found, form = _point(draft, point), CorrectPoint(request.POST)
    if not form.is_valid() or form.cleaned_data["version"] != draft.current.number:
        messages.warning(request, "Le texte a changé entre-temps. Relisez le point et recommencez.")
        return redirect("clarifier:texte", number=number)
    text = table.corrected(found, form.cleaned_data["passage"])
    return _edited(request, draft, text, of_draft(draft), Origin.CORRECTION)


@require_POST
def accepter(request: HttpRequest, number: int, point: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    found, form = _point(draft, point), AcceptPoint(request.POST)
    if not form.is_valid():
        context = {**table.laid(draft, request.user, refused=(found.pk, form)), "editor": None}
        return render(request, "clarifier/etabli.html", context, status=422)
    actions.accept(found, form.cleaned_data["raison"], draft=draft, user=request.user)
    return redirect(f"{_address(draft)}#point-{found.number}")


@require_POST
def rouvrir(request: HttpRequest, number: int, point: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    found = _point(draft, point)
    actions.reopen(found, draft=draft, user=request.user)
    return redirect(f"{_address(draft)}#point-{found.number}")


@require_POST
def reparer(request: HttpRequest, number: int) -> HttpResponse:
    """One point, or all those that are open."""
    draft = draft_or_404(request, number)
    wanted = request.POST.get("point", "")
    points = [point for point in table.open_points(draft) if wanted in ("", str(point.pk))]
    actions.repair(draft, points, user=request.user)
    return redirect("clarifier:texte", number=number)


def _address(draft: Draft) -> str:
    return draft.get_absolute_url()
