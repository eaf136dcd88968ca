"""Preparing a draft to proof-read, taking it away, noting what was said of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi.errors import BeffroiError
from beffroi_web.clarifier.actions import exported
from beffroi_web.clarifier.export import Exported
from beffroi_web.clarifier.visible import draft_or_404
from beffroi_web.relecture import actions
from beffroi_web.relecture.document import as_file, difficulties, records_of, sheet_of
from beffroi_web.relecture.forms import FORMATS, Note, Take
from beffroi_web.relecture.models import Record


@require_GET
def preparer(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if draft.current is None or draft.working:
        return redirect("clarifier:texte", number=number)
    form = Take(request.GET if "format" in request.GET else None)
    if form.is_bound and form.is_valid():
        try:
            file = as_file(draft, form.cleaned_data["format"])
        except BeffroiError as error:
            form.add_error(None, error.sentence)
        else:
            exported(draft, format=f"relecture-{form.cleaned_data['format']}", user=request.user)
            return _sent(file)
    context = {"draft": draft, "form": form, "formats": FORMATS, "records": records_of(draft)}
    made = sheet_of(draft)
    context |= {"sheet": made, "difficulties": difficulties(made)}
    return render(request, "relecture/preparer.html", context)


@require_http_methods(["GET", "POST"])
def noter(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if draft.current is None:
        return redirect("clarifier:texte", number=number)
    form = Note(draft, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.note(
            said["version"],
            readers=said["relecteurs"],
            companion=said["accompagnement"],
            on=said["jour"],
            understood=said["compris"],
            changed=said["change"],
            user=request.user,
        )
        messages.success(request, "La relecture est notée.")
        return redirect("relecture:preparer", number=number)
    status = 422 if form.errors else 200
    return render(request, "relecture/noter.html", {"draft": draft, "form": form}, status=status)


@require_POST
def retirer(request: HttpRequest, number: int, record: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    rows = Record.objects.for_(draft.collectivite).filter(version__draft=draft)
    actions.withdraw(get_object_or_404(rows, pk=record), user=request.user)
    messages.success(request, "La relecture est retirée.")
    return redirect("relecture:preparer", number=number)


def _sent(file: Exported) -> HttpResponse:
    answer = HttpResponse(file.content, content_type=file.kind)
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
