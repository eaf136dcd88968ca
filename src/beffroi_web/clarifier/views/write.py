"""What was read, the choice of a modèle, and the start of the writing."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.drafting import Modele
from beffroi.errors import InputError
from beffroi_web.clarifier import actions, sending, table
from beffroi_web.clarifier.forms import FillModele
from beffroi_web.clarifier.highlight import blocks
from beffroi_web.clarifier.models import Source
from beffroi_web.clarifier.visible import draft_or_404, source_or_404
from beffroi_web.modeles.available import available, of_draft

#: Characters of the text that the page shows as they were read; the whole is kept.
SHOWN = 60_000


@require_http_methods(["GET", "POST"])
def source(request: HttpRequest, number: int) -> HttpResponse:
    given = source_or_404(request, number)
    if given.unread:
        return render(request, "clarifier/lecture.html", {"source": given, "job": given.job})
    modeles = available(request.user, request.collectivite)
    modele = modeles.get(request.GET.get("modele", "")) or next(iter(modeles.values()))
    form = FillModele(modele, request.POST or None)
    if request.method == "POST" and form.is_valid():
        reviewed = sending.reviewed(request, form, given, modele)
        if reviewed is not None and not sending.confirmed(request, reviewed):
            context = {"source": given, "modele": modele, "reviewed": reviewed}
            context |= {"kept": sending.kept(request), "info": sending.info_of(request)}
            return render(request, "clarifier/relire_envoi.html", context)
        started = _started(request, form, given, modele, reviewed.choices if reviewed else {})
        if started:
            return started
    context = {"source": given, "modeles": modeles.values(), "modele": modele, "form": form}
    context |= {"blocks": blocks(given.text[:SHOWN], []), "cut": len(given.text) > SHOWN}
    status = 422 if form.errors else 200
    return render(request, "clarifier/source.html", context, status=status)


def _started(
    request: HttpRequest,
    form: FillModele,
    given: Source,
    modele: Modele,
    choices: Mapping[str, list[str]],
) -> HttpResponse | None:
    """The page of the new draft, or nothing when the modèle refuses what was filled in."""
    values = form.cleaned_data
    try:
        draft = actions.begin(
            given,
            modele,
            form.values,
            data_class=values["sensibilite"],
            user=request.user,
            key=str(values["cle"]),
            choices=choices,
        )
    except InputError as error:
        form.add_error(None, error.sentence)
        return None
    return redirect("clarifier:texte", number=draft.pk)


@require_POST
def recommencer(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    without = bool(request.POST.get("sans_modele"))
    actions.write_again(draft, user=request.user, without_model=without)
    return redirect("clarifier:texte", number=number)


@require_POST
def arreter(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    actions.stop(draft, user=request.user)
    return redirect("clarifier:texte", number=number)


@require_POST
def garder(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    text = table.so_far(draft)
    if not actions.keep_partial(draft, of_draft(draft), text, user=request.user):
        messages.info(request, "Rien n’était encore écrit. Recommencez quand vous voulez.")
    return redirect("clarifier:texte", number=number)
