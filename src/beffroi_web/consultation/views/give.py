"""Giving a file of answers, choosing its columns, starting the analysis."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.consultation.example import EXAMPLE_NAME, EXAMPLE_QUESTION, EXAMPLE_TITLE, example
from beffroi.errors import InputError
from beffroi_web.consultation import actions, beginning, shelf, wizard
from beffroi_web.consultation.giving import ACCEPTED, Columns, GiveAnswers
from beffroi_web.consultation.models import Consultation
from beffroi_web.consultation.visible import (
    analysed_or_404,
    consultation_or_404,
    consultations,
)


@require_http_methods(["GET", "POST"])
def accueil(request: HttpRequest) -> HttpResponse:
    posted = request.method == "POST"
    form = GiveAnswers(*(request.POST, request.FILES) if posted else ())
    if posted and form.is_valid():
        row = _given(request, form)
        if row:
            return redirect("consultation:colonnes", number=row.pk)
    rows = _firsts(request)
    context = {"form": form, "rows": rows, "accepted": ACCEPTED, "example": EXAMPLE_TITLE}
    status = 422 if form.errors else 200
    return render(request, "consultation/accueil.html", context, status=status)


def _firsts(request: HttpRequest) -> list[Consultation]:
    """The consultations that the person may open, each file once."""
    if not request.collectivite:
        return []
    rows = consultations(request.user, request.collectivite).filter(main=None, former_of=None)
    return list(rows.annotate(questions=Count("others") + 1)[:50])


def _former(request: HttpRequest, row: Consultation) -> list[tuple[int, str]]:
    """The analyses whose themes can be taken again: this one, the others, the versions kept."""
    rows = consultations(request.user, request.collectivite).exclude(found=None)
    mine = sorted(rows[:50], key=lambda other: other.pk != row.pk)
    return [(other.pk, _called(other, row)) for other in mine]


def _called(other: Consultation, row: Consultation) -> str:
    if other.pk == row.pk:
        return "Cette consultation, telle que vous l’avez corrigée"
    kept = f", version du {other.kept_at:%d/%m/%Y}" if other.kept_at else ""
    return f"{other.title} : {other.asked[:80]}{kept}"


def _given(request: HttpRequest, form: GiveAnswers) -> Consultation | None:
    """The consultation kept, or nothing when its file cannot be read."""
    try:
        content, name = form.given
        title = name.rsplit(".", 1)[0].replace("-", " ").replace("_", " ").strip().capitalize()
        return actions.give(
            content,
            name=name,
            title=title or "Consultation",
            user=request.user,
            collectivite=request.collectivite,
        )
    except InputError as error:
        form.add_error("fichier", error.sentence)
        return None


@require_POST
def exemple(request: HttpRequest) -> HttpResponse:
    row = actions.give(
        example(),
        name=EXAMPLE_NAME,
        title=EXAMPLE_TITLE,
        user=request.user,
        collectivite=request.collectivite,
    )
    row.question = EXAMPLE_QUESTION
    row.save(update_fields=["question"])
    return redirect("consultation:colonnes", number=row.pk)


@require_http_methods(["GET", "POST"])
def colonnes(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number).first
    if row.former_of:
        return redirect("consultation:colonnes", number=row.former_of_id)
    if row.working:
        return redirect(row)
    context = wizard.wizard(row)
    former = _former(request, row)
    form = Columns(
        context["choices"],
        *(request.POST, request.FILES) if request.method == "POST" else (),
        former=former,
        again=row.found is not None,
        initial=context["initial"],
    )
    if request.method == "POST" and form.is_valid() and _begun(request, row, form):
        return redirect(row)
    status = 422 if form.errors else 200
    return render(request, "consultation/colonnes.html", {**context, "form": form}, status=status)


def _begun(request: HttpRequest, row: Consultation, form: Columns) -> bool:
    """Whether what was asked could be done; the form says why otherwise."""
    taken = form.cleaned_data.get("reprise")
    former = shelf.themes_today(consultation_or_404(request, taken)) if taken else ""
    values = {**form.cleaned_data, "themes": form.cleaned_data["themes"] or former}
    try:
        begun = beginning.begin(row, values, user=request.user)
    except InputError as error:
        form.add_error("colonnes", error.sentence)
        return False
    if not begun:
        messages.success(request, "C’est enregistré. Les thèmes et vos décisions n’ont pas changé.")
    return True


@require_http_methods(["GET", "POST"])
def ajouter(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    posted = request.method == "POST"
    form = GiveAnswers(*(request.POST, request.FILES) if posted else ())
    if posted and form.is_valid() and _added(request, row, form):
        return redirect(row)
    context = {"row": row, "form": form, "accepted": ACCEPTED}
    status = 422 if form.errors else 200
    return render(request, "consultation/ajouter.html", context, status=status)


def _added(request: HttpRequest, row: Consultation, form: GiveAnswers) -> bool:
    """Whether the answers can join; the form says why otherwise."""
    try:
        content, name = form.given
        actions.add(row, content, name=name, user=request.user)
    except InputError as error:
        form.add_error("fichier", error.sentence)
        return False
    return True
