"""Taking a text away."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from beffroi.errors import BeffroiError
from beffroi_web.clarifier import actions
from beffroi_web.clarifier.export import (
    Exported,
    as_file,
    choices_for,
    is_poster,
    marking_of,
    poster_file,
)
from beffroi_web.clarifier.forms import Export
from beffroi_web.clarifier.visible import draft_or_404


@require_GET
def exporter(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    if draft.current is None or draft.working:
        return redirect("clarifier:texte", number=number)
    formats = choices_for(draft)
    form = Export(formats, request.GET if "format" in request.GET else None)
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        try:
            file = as_file(draft, values["format"], visible=values["mention"])
        except BeffroiError as error:
            form.add_error(None, error.sentence)
        else:
            actions.exported(draft, format=values["format"], user=request.user)
            return _sent(file)
    context = {"draft": draft, "form": form, "formats": formats, "poster": is_poster(draft)}
    context["marking"] = marking_of(draft, visible=True)
    return render(request, "clarifier/exporter.html", context)


@require_GET
def apercu(request: HttpRequest, number: int) -> HttpResponse:
    """The poster as an image, to be looked at: nothing leaves, hence no line in the journal."""
    draft = draft_or_404(request, number)
    if draft.current is None or not is_poster(draft):
        raise Http404
    try:
        image = poster_file(draft, "affiche-png", visible=True)
    except BeffroiError as error:
        raise Http404 from error
    return HttpResponse(image.content, content_type=image.kind)


def _sent(file: Exported) -> HttpResponse:
    answer = HttpResponse(file.content, content_type=file.kind)
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
