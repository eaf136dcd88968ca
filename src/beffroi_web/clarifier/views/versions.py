"""The versions of a text, what changed between two of them, and going back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi_web.clarifier import actions
from beffroi_web.clarifier.compare import laid_out
from beffroi_web.clarifier.highlight import blocks
from beffroi_web.clarifier.models import Draft, Origin, Version
from beffroi_web.clarifier.visible import draft_or_404
from beffroi_web.modeles.available import of_draft


@require_GET
def versions(request: HttpRequest, number: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    rows = list(draft.versions.select_related("author").order_by("-number"))
    if not rows:
        raise Http404
    new = _chosen(request, "a", rows, rows[0])
    old = _chosen(request, "de", rows, rows[min(1, len(rows) - 1)])
    context = {
        "draft": draft,
        "versions": rows,
        "old": old,
        "new": new,
        "blocks": laid_out(old.text, new.text) if old != new else blocks(new.text, []),
    }
    return render(request, "clarifier/versions.html", context)


def _chosen(request: HttpRequest, key: str, rows: list[Version], default: Version) -> Version:
    wanted = request.GET.get(key, "")
    return next((row for row in rows if str(row.number) == wanted), default)


@require_POST
def revenir(request: HttpRequest, number: int, old: int) -> HttpResponse:
    draft = draft_or_404(request, number)
    version = get_object_or_404(Version, draft=draft, number=old)
    _back(draft, version, request)
    messages.success(request, f"Le texte est revenu à la version {old}. Rien n’est effacé.")
    return redirect("clarifier:texte", number=number)


def _back(draft: Draft, version: Version, request: HttpRequest) -> None:
    actions.edit(draft, version.text, of_draft(draft), user=request.user, origin=Origin.RETOUR)
