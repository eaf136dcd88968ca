"""What agents see of the public page: its settings, the questions, the messages."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.errors import InputError
from beffroi_web.accounts.views.mine import me
from beffroi_web.assistants.available import shared
from beffroi_web.assistants.views.essais import KEPT, mine
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.knowledge import visible
from beffroi_web.public import actions, following, languages, trials
from beffroi_web.public.forms import PageSettings, Sheet
from beffroi_web.public.models import Message, Question

PER_PAGE = 25
#: Answers that helped, written out; the others come once these are dealt with.
MOST_HELPFUL = 10


@require_http_methods(["GET", "POST"])
@in_collectivite(actions.SETTING)
def reglages(request: HttpRequest) -> HttpResponse:
    page = actions.page_of(request.collectivite)
    known = shared(request.collectivite)
    choices = [(name, assistant.title) for name, assistant in known.items()]
    form = PageSettings(request.POST or None, instance=page, assistants=choices)
    if request.method == "POST" and form.is_valid():
        actions.save_page(form.save(commit=False), actor=me(request))
        notices.success(request, "Les réglages de la page publique sont enregistrés.")
        return redirect("public:reglages")
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "collections": visible.public(request.collectivite),
        "languages": [languages.words(code)["nom"] for code in languages.CODES],
    }
    if page.pk and not form.errors:
        address = request.build_absolute_uri(reverse("public:page", args=[page.slug]))
        context |= {"address": address, "line": _line(address)}
    return render(request, "public/reglages.html", context, status=422 if form.errors else 200)


def _line(address: str) -> str:
    return f'<script src="{address}widget.js"></script>'


@require_GET
@in_collectivite(actions.FOLLOWING)
def suivi(request: HttpRequest) -> HttpResponse:
    return _suivi(request, None, status=200)


def _suivi(request: HttpRequest, refused: Sheet | None, *, status: int) -> HttpResponse:
    """``refused`` comes back filled, beside its questions."""
    house = request.collectivite
    waiting = following.unanswered(house).count()
    context = {
        "page": actions.page_of(house),
        "themes": following.themes(house),
        "left": max(0, waiting - following.MOST_GROUPED),
        "figures": following.figures(house),
        "waiting_messages": Message.objects.for_(house).filter(handled_at=None).count(),
        "sheet": Sheet(collections=visible.public(house), auto_id=False),
        "collections": visible.public(house),
        "refused": refused,
        "trials": len(trials.trials(house)),
        "helpful": trials.offered(house, most=MOST_HELPFUL),
        "receivers": trials.receivers(me(request), house),
        "may_write": me(request).has_perm("documents.deposer", house),
        "may_set": me(request).has_perm(actions.SETTING, house),
    }
    return render(request, "public/suivi.html", context, status=status)


@require_POST
@in_collectivite(actions.FOLLOWING)
def fiche(request: HttpRequest) -> HttpResponse:
    """The sheet that was missing; its questions leave the list."""
    house = request.collectivite
    form = Sheet(request.POST, collections=visible.public(house))
    if not form.is_valid():
        return _suivi(request, form, status=422)
    actions.write_sheet(
        form.cleaned_data["collection"],
        title=form.cleaned_data["titre"],
        text=form.cleaned_data["texte"],
        questions=_chosen(request),
        actor=me(request),
    )
    notices.success(request, "La fiche est écrite. Les habitants la trouveront dans un instant.")
    return redirect("public:suivi")


@require_POST
@in_collectivite(actions.FOLLOWING)
def ecarter(request: HttpRequest) -> HttpResponse:
    actions.set_aside(request.collectivite, _chosen(request), actor=me(request))
    notices.success(request, "Ces questions sont mises de côté.")
    return redirect("public:suivi")


def _chosen(request: HttpRequest) -> list[Question]:
    """The questions that the form names, of this authority only."""
    numbers = [int(n) for n in request.POST.get("questions", "").split() if n.isdecimal()]
    return list(following.unanswered(request.collectivite).filter(pk__in=numbers[:1000]))


@require_GET
@in_collectivite(actions.FOLLOWING)
def essais(request: HttpRequest) -> HttpResponse:
    """Answers that helped, as essais for an assistant."""
    answer = HttpResponse(trials.archive(request.collectivite), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="essais-habitants.zip"'
    return answer


@require_POST
@in_collectivite(actions.FOLLOWING)
def essai(request: HttpRequest, number: int) -> HttpResponse:
    """One click: an answer that helped an inhabitant becomes an essai of the assistant chosen."""
    rows = trials.useful(request.collectivite)
    question = get_object_or_404(rows, pk=number)
    row = mine(request, request.POST.get("assistant", ""))
    try:
        trials.give(question, row, actor=me(request))
    except InputError as error:
        notices.warning(request, error.sentence)
        return redirect("public:suivi")
    notices.success(request, KEPT)
    return redirect("public:suivi")


@require_GET
@in_collectivite(actions.FOLLOWING)
def messages(request: HttpRequest) -> HttpResponse:
    rows = Message.objects.for_(request.collectivite).filter(handled_at=None)
    done = Message.objects.for_(request.collectivite).exclude(handled_at=None)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "done": done.select_related("handled_by")[:PER_PAGE]}
    return render(request, "public/messages.html", context)


@require_POST
@in_collectivite(actions.FOLLOWING)
def message_traite(request: HttpRequest, number: int) -> HttpResponse:
    row = get_object_or_404(Message.objects.for_(request.collectivite), pk=number)
    actions.deal_with(row, actor=me(request))
    notices.success(request, "Le message est marqué comme traité.")
    return redirect("public:messages")
