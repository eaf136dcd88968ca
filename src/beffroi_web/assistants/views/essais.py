"""The essais of an assistant, one a page; and the opinion of a person on an answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.assistants.assistant import Trial
from beffroi.errors import InputError
from beffroi_web.assistants import actions, available, folder, trial_writing, visible, writing
from beffroi_web.assistants.folder_forms import OneTrial
from beffroi_web.assistants.models import OwnAssistant

KEPT = "L’essai est gardé ; les essais de cette version sont lancés."


def mine(request: HttpRequest, name: str) -> OwnAssistant:
    """An assistant that this person may change."""
    row = get_object_or_404(available.own(request.user, request.collectivite), name=name)
    if not writing.may_change(row, request.user):
        raise Http404
    return row


@require_http_methods(["GET", "POST"])
def nouvel_essai(request: HttpRequest, name: str) -> HttpResponse:
    """An empty essai, or the question that an answer did not satisfy."""
    asked = request.GET.get("question", "")[:1000]
    initial = {"question": asked, "titre": asked[:80]} if asked else None
    return _write(request, mine(request, name), None, initial)


@require_http_methods(["GET", "POST"])
def essai(request: HttpRequest, name: str, trial: str) -> HttpResponse:
    row = mine(request, name)
    return _write(request, row, _trial(row, trial), None)


def _write(
    request: HttpRequest, row: OwnAssistant, trial: Trial | None, initial: dict[str, Any] | None
) -> HttpResponse:
    assistant = available.latest(row)
    form = OneTrial(
        request.POST or None,
        documents=[(one.id, one.title) for one in assistant.documents],
        initial=folder.trial_initial(trial) if trial else initial,
    )
    if request.method == "POST" and form.is_valid():
        kept = folder.trial_from(form.cleaned_data, trial.name if trial else "", trial)
        try:
            before = trial.name if trial else ""
            trial_writing.put(row, kept, instead_of=before, user=request.user)
            messages.success(request, KEPT)
            return to_essais(name=row.name)
        except InputError as error:
            form.add_error(None, error.sentence)
    context = {"form": form, "assistant": assistant, "trial": trial}
    status = 422 if form.errors else 200
    return render(request, "assistants/essai.html", context, status=status)


@require_POST
def essai_retirer(request: HttpRequest, name: str, trial: str) -> HttpResponse:
    row = mine(request, name)
    trial_writing.remove(row, _trial(row, trial).name, user=request.user)
    messages.success(request, "L’essai est retiré.")
    return to_essais(name=row.name)


def _trial(row: OwnAssistant, name: str) -> Trial:
    found = next((one for one in available.latest(row).trials if one.name == name), None)
    if found is None:
        raise Http404
    return found


@require_POST
def avis(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    """Whether the answer helped; the last opinion counts."""
    row = visible.turn_or_404(request, number, turn)
    if row.answer is None or row.working:
        raise Http404
    actions.rate(row, helped=request.POST.get("utile") == "oui", user=request.user)
    return redirect(f"{row.conversation.get_absolute_url()}#q{row.pk}")


@require_POST
def essai_de_reponse(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    """One click: the answer that helped becomes an essai of the assistant that gave it."""
    asked = visible.turn_or_404(request, number, turn)
    row = mine(request, asked.conversation.assistant)
    if asked.answer is None or not asked.helped:
        raise Http404
    cited = [one["document_id"] for one in asked.answer["citations"]]
    try:
        trial_writing.from_rated(row, asked.question, cited, user=request.user)
    except InputError as error:
        messages.warning(request, error.sentence)
        return redirect(f"{asked.conversation.get_absolute_url()}#q{asked.pk}")
    messages.success(request, KEPT)
    return to_essais(name=row.name)


def to_essais(*, name: str) -> HttpResponse:
    return redirect(reverse("assistants:assistant", args=[name]) + "#essais")
