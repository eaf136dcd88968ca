"""The report: signed by a person, and exported; the consultation, deleted."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from beffroi_web.consultation import actions, deciding, export, shelf
from beffroi_web.consultation.forms import SignReport
from beffroi_web.consultation.visible import analysed_or_404, consultation_or_404


@require_http_methods(["GET", "POST"])
def rapport(request: HttpRequest, number: int) -> HttpResponse:
    row = analysed_or_404(request, number)
    form = SignReport(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        deciding.sign(row, user=request.user)
        messages.success(request, "Le rapport est signé de votre nom.")
        return redirect("consultation:rapport", number=number)
    context = {**shelf.to_sign(row), "form": form, "formats": export.FORMATS}
    status = 422 if form.errors else 200
    return render(request, "consultation/rapport.html", context, status=status)


@require_GET
def exporter(request: HttpRequest, number: int, format: str) -> HttpResponse:
    row = analysed_or_404(request, number)
    if format not in export.FORMATS:
        raise Http404
    file = export.as_file(row, format)
    deciding.exported(row, format=format, user=request.user)
    answer = HttpResponse(file.content, content_type=file.kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
    return answer


@require_http_methods(["GET", "POST"])
def supprimer(request: HttpRequest, number: int) -> HttpResponse:
    row = consultation_or_404(request, number)
    if request.method == "POST" and not row.working:
        title, beside = row.title, row.main or row.former_of
        actions.delete(row, user=request.user)
        messages.success(request, f"« {title} » est supprimée.")
        return redirect(beside or "consultation:accueil")
    return render(request, "consultation/supprimer.html", {"row": row})
