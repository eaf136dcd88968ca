"""Documents of one conversation only."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi.errors import InputError
from beffroi_web.assistants import attaching, table, visible
from beffroi_web.assistants.forms import Attach
from beffroi_web.knowledge import page


@require_POST
def joindre(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    form = Attach(request.POST, request.FILES)
    if form.is_valid():
        try:
            attaching.attach(row, form.dropped, user=request.user)
            return redirect(row)
        except InputError as error:
            form.add_error("fichiers", error.sentence)
    context = table.conversation(row, attach=form)
    return render(request, "assistants/conversation.html", context, status=422)


@require_GET
def piece(request: HttpRequest, number: int, piece: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    found = get_object_or_404(row.attachments, pk=piece)
    start, end = request.GET.get("de", ""), request.GET.get("a", "")
    passage = page.passage_of(start, end, length=len(found.text))
    context = {
        "conversation": row,
        "piece": found,
        "paragraphs": page.paragraphs(found.text, passage),
        "number": page.number_at(found.text, passage.start) if passage else None,
    }
    return render(request, "assistants/piece.html", context)


@require_POST
def retirer(request: HttpRequest, number: int, piece: int) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    attaching.detach(get_object_or_404(row.attachments, pk=piece), user=request.user)
    return redirect(row)
