"""The themes of a consultation: looking, deciding, reading a sample again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.errors import InputError
from beffroi_web.consultation import actions, deciding, lessons, shelf, versions, wizard
from beffroi_web.consultation.forms import Decision, verdicts
from beffroi_web.consultation.visible import analysed_or_404, consultation_or_404


@require_GET
def consultation(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number)
    if row.job is None:
        return redirect("consultation:colonnes", number=number)
    if row.working or row.found is None:
        return render(request, "consultation/en_cours.html", wizard.waiting(row))
    return render(request, "consultation/themes.html", shelf.themes(row, request.GET))


@require_POST
def arreter(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number)
    actions.stop(row, user=request.user)
    return redirect(row)


@require_POST
def reprendre(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number)
    actions.resume(row, user=request.user)
    return redirect(row)


@require_POST
def revenir(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number)
    back = versions.bring_back(row, user=request.user)
    if back is None:
        messages.warning(request, "Une analyse est en cours. Attendez qu’elle finisse.")
        return redirect(row)
    messages.success(request, "Vous êtes revenu à cette version. L’autre est gardée.")
    return redirect(back)


@require_POST
def decider(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    form = Decision(request.POST)
    if not form.is_valid():
        messages.warning(request, "Il manque une précision : rien n’a été changé.")
        return redirect(_back(request, row.get_absolute_url()))
    try:
        deciding.change(row, form.cleaned_data["acte"], form.args, user=request.user)
        messages.success(request, "C’est fait. Vous pouvez annuler cette décision.")
    except InputError as error:
        messages.warning(request, error.sentence)
    return redirect(_back(request, row.get_absolute_url()))


def _back(request: HttpRequest, address: str) -> str:
    """Where the person decided: the page of answers, or that of the theme."""
    asked = request.POST.get("reponses", "")
    if asked:
        page = f"{address}reponses/"
        return f"{page}?{urlencode(parse_qsl(asked.removeprefix('?')))}"
    gone = request.POST.get("acte") in ("fusionner", "supprimer")
    theme = request.POST.get("vers" if gone else "retour", "")
    return f"{address}?{urlencode({'theme': theme})}" if theme else address


@require_POST
def annuler(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    said = deciding.undo(row, user=request.user)
    messages.success(request, f"Annulé : {said}." if said else "Il n’y a rien à annuler.")
    return redirect("consultation:decisions", number=number)


@require_http_methods(["GET", "POST"])
def apprendre(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    if request.method == "GET":
        return render(request, "consultation/apprendre.html", lessons.lessons(row))
    moves = lessons.accepted(row, request.POST)
    if not moves:
        messages.warning(request, "Aucune réponse n’était cochée : rien n’a été changé.")
        return redirect("consultation:apprendre", number=number)
    deciding.change(row, "suivre", {"reponses": moves}, user=request.user)
    messages.success(request, "C’est fait. Vous pouvez annuler cette décision.")
    return redirect("consultation:decisions", number=number)


@require_http_methods(["GET", "POST"])
def relire(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    sample = shelf.sample(row)
    if request.method == "POST":
        judged = verdicts(request.POST, [line["row"] for line in sample])
        deciding.read(row, judged, user=request.user)
        messages.success(request, shelf.reading_said(row))
        return redirect("consultation:relire", number=number)
    context = {"row": row, "sample": sample, "reading": shelf.reading_said(row)}
    return render(request, "consultation/relire.html", context)
