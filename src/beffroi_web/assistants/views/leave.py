"""What leaves a conversation: a draft to be read and signed, a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from beffroi_web.assistants import export, leaving, table, visible


@require_POST
def brouillon(request: HttpRequest, number: int, turn: int) -> HttpResponse:
    row = visible.turn_or_404(request, number, turn)
    if row.answer is None or row.working:
        raise Http404
    wanted = request.POST.get("modele", "")
    if wanted in dict(table.modeles_of(row.conversation)):
        source = leaving.to_source(row, user=request.user)
        address = reverse("clarifier:source", args=[source.pk])
        return redirect(f"{address}?modele={wanted}")
    draft = leaving.to_draft(row, user=request.user)
    messages.success(request, "La réponse est devenue un brouillon. Relisez-la, puis signez-la.")
    return redirect(draft)


@require_GET
def exporter(request: HttpRequest, number: int, format: str) -> HttpResponse:
    row = visible.conversation_or_404(request, number)
    if format not in export.FORMATS:
        raise Http404
    file = export.as_file(row, format)
    leaving.exported(row, format=format, user=request.user)
    answer = HttpResponse(file.content, content_type=file.kind)
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
