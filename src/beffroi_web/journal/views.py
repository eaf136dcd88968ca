"""Reading the journal: the DPO and the administrator."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.journal import actions, export
from beffroi_web.journal.acts import ACTS
from beffroi_web.journal.models import Entry

PER_PAGE = 50
KINDS = {
    "csv": (export.as_csv, "text/csv; charset=utf-8"),
    "json": (export.as_json, "application/json"),
}


@require_GET
@in_collectivite("journal.lire")
def index(request: HttpRequest) -> HttpResponse:
    rows = Entry.objects.for_(request.collectivite).select_related("actor").order_by("-number")
    act = request.GET.get("acte", "")
    if act in ACTS:
        rows = rows.filter(act=act)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "acts": ACTS, "act": act}
    return render(request, "journal/index.html", context)


@require_GET
@in_collectivite("journal.lire")
def verifier(request: HttpRequest) -> HttpResponse:
    faults = actions.verify(request.collectivite)
    return render(request, "journal/verifier.html", {"faults": faults})


@require_GET
@in_collectivite("journal.lire")
def exporter(request: HttpRequest, kind: str) -> StreamingHttpResponse:
    """The whole journal; the export itself is in it."""
    with transaction.atomic():
        actions.write(request.collectivite, me(request), "journal.exporte", details={"type": kind})
    write, content_type = KINDS[kind]
    answer = StreamingHttpResponse(
        write(actions.lines_of(request.collectivite)), content_type=content_type
    )
    answer["Content-Disposition"] = f'attachment; filename="journal.{kind}"'
    return answer
