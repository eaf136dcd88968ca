"""The first page: a question, an assistant, and the last conversations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from beffroi.errors import InputError
from beffroi_web.assistants import actions, available, visible
from beffroi_web.assistants.forms import Begin
from beffroi_web.assistants.models import Conversation
from beffroi_web.jobs import port
from beffroi_web.knowledge.visible import collections

#: Conversations of the first page; the others are one click away.
MOST_SHOWN = 6


@require_http_methods(["GET", "POST"])
def accueil(request: HttpRequest) -> HttpResponse:
    port.expect()
    assistants = available.available(request.user, request.collectivite)
    choices = [(name, found.title) for name, found in assistants.items()]
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {"assistant": request.GET.get("assistant", "")} if request.GET else None
    form = Begin(*posted, assistants=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        started = _started(request, form)
        if started:
            return redirect(started)
    context = {
        "form": form,
        "assistants": list(assistants.values()),
        "shipped": available.shipped(),
        "collections": collections(request.user, request.collectivite).count(),
        "rows": visible.conversations(request.user, request.collectivite)[:MOST_SHOWN],
    }
    return render(request, "assistants/accueil.html", context, status=422 if form.errors else 200)


def _started(request: HttpRequest, form: Begin) -> Conversation | None:
    """The conversation, or nothing when a document cannot be read: the form says why."""
    values = form.cleaned_data
    assistants = available.available(request.user, request.collectivite)
    try:
        return actions.begin(
            values["question"],
            assistants[values["assistant"]],
            files=form.dropped,
            user=request.user,
            collectivite=request.collectivite,
            key=str(values["cle"] or ""),
        )
    except InputError as error:
        form.add_error("fichiers", error.sentence)
        return None
