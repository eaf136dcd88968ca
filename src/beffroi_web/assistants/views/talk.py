"""A conversation: its questions, their answers as they come, its branches."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi.errors import InputError
from beffroi_web.assistants import actions, table, visible
from beffroi_web.assistants.branches import end_of
from beffroi_web.assistants.forms import Ask, Edit
from beffroi_web.assistants.models import Turn
from beffroi_web.jobs import port


@require_GET
def conversation(request: HttpRequest, number: int) -> HttpResponse:
    port.expect()
    row = visible.conversation_or_404(request, number)
    return render(request, "assistants/conversation.html", table.conversation(row))


@require_POST
def demander(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    form = Ask(request.POST, request.FILES)
    if form.is_valid():
        try:
            key = str(form.cleaned_data["cle"] or "")
            turn = actions.ask(
                row, form.cleaned_data["question"], files=form.dropped, user=request.user, key=key
            )
            return _shown(turn)
        except InputError as error:
            form.add_error("fichiers", error.sentence)
    context = table.conversation(row, form=form)
    return render(request, "assistants/conversation.html", context, status=422)


@require_GET
def question(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    """One question and its answer alone: the page that is open asks for it as it comes."""
    row = visible.turn_or_404(request, number, turn)
    return render(request, "assistants/echange.html", table.exchange(row))


@require_POST
def modifier(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    row = visible.turn_or_404(request, number, turn)
    form = Edit(request.POST)
    if not form.is_valid():
        context = table.conversation(row.conversation, edited=(row.pk, form))
        return render(request, "assistants/conversation.html", context, status=422)
    return _shown(actions.edit(row, form.cleaned_data["question"], user=request.user))


@require_POST
def refaire(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    row = visible.turn_or_404(request, number, turn)
    return _shown(actions.again(row, user=request.user))


@require_POST
def montrer(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    row = visible.turn_or_404(request, number, turn)
    end = end_of(row.conversation.turns.all(), row)
    actions.show(row, end, user=request.user)
    return _shown(row)


@require_POST
def arreter(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    row = visible.turn_or_404(request, number, turn)
    actions.stop(row, user=request.user)
    return _shown(row)


def _shown(turn: Turn) -> HttpResponse:
    return redirect(f"{turn.conversation.get_absolute_url()}#q{turn.pk}")
