"""The mailbox, for administrators; the letters that were read, for who has their drafts."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.openings import mailbox
from beffroi_web.openings.actions import PERMISSION
from beffroi_web.openings.forms import MailboxSettings
from beffroi_web.openings.models import Letter

PER_PAGE = 25


@require_http_methods(["GET", "POST"])
@in_collectivite(PERMISSION)
def boite(request: HttpRequest) -> HttpResponse:
    row = mailbox.mailbox_of(request.collectivite)
    form = MailboxSettings(request.POST or None, instance=row, collectivite=request.collectivite)
    if request.method == "POST" and form.is_valid():
        kept = form.save(commit=False)
        mailbox.save(kept, password=form.cleaned_data["password"], actor=me(request))
        mailbox.visit(kept)
        messages.success(request, "La boîte est enregistrée ; ses lettres sont en lecture.")
        return redirect("openings:boite")
    context = {"form": form, "row": row if row.pk else None}
    return render(request, "openings/boite.html", context, status=422 if form.errors else 200)


@require_POST
@in_collectivite(PERMISSION)
def boite_retirer(request: HttpRequest) -> HttpResponse:
    row = mailbox.mailbox_of(request.collectivite)
    if row.pk:
        mailbox.remove(row, actor=me(request))
        messages.success(request, "La boîte est oubliée ; les brouillons restent.")
    return redirect("openings:boite")


@require_GET
@in_collectivite("clarifier.rediger")
def courriers(request: HttpRequest) -> HttpResponse:
    """The letters whose drafts are mine; those that cannot wait first."""
    mine = Letter.objects.for_(request.collectivite).filter(owner=me(request))
    rows = sorted(mine.select_related("draft")[:500], key=lambda letter: not letter.haste)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "row": mailbox.mailbox_of(request.collectivite)}
    return render(request, "openings/courriers.html", context)


@require_POST
@in_collectivite("clarifier.rediger")
def relever(request: HttpRequest) -> HttpResponse:
    row = mailbox.mailbox_of(request.collectivite)
    if row.pk:
        mailbox.visit(row)
        messages.success(request, "La boîte est en lecture. Rechargez la page dans un instant.")
    return redirect("openings:courriers")
