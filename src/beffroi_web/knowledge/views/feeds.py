"""Places that are visited: a site, a folder of the server or of the mailbox."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from beffroi.errors import InputError
from beffroi_web.knowledge import following, shelf, visible
from beffroi_web.knowledge.forms import FollowFolder, FollowMailbox, FollowSite
from beffroi_web.knowledge.models import Collection, FeedKind


@require_POST
def suivre(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    kind, name, form = _asked(request, row)
    if form.is_valid():
        try:
            following.follow(row, kind, form.cleaned_data[name], user=request.user)
            return redirect(row)
        except InputError as error:
            form.add_error(name, error.sentence)
    refused: dict[str, Any] = {FORMS[kind]: form}
    context = shelf.collection(row, request.user, {}, **refused)
    return render(request, "knowledge/collection.html", context, status=422)


#: Kind of place → the name of its form on the page.
FORMS = {FeedKind.SITE: "site", FeedKind.DOSSIER: "folder", FeedKind.BOITE: "mail"}


def _asked(request: HttpRequest, row: Collection) -> tuple[FeedKind, str, forms.Form]:
    """The kind of place that was sent, the field that says where, and its form."""
    if "dossier" in request.POST:
        folders = shelf.folders(row.collectivite)
        return FeedKind.DOSSIER, "dossier", FollowFolder(request.POST, folders=folders)
    if "courriels" in request.POST:
        return FeedKind.BOITE, "courriels", FollowMailbox(request.POST)
    return FeedKind.SITE, "adresse", FollowSite(request.POST)


@require_POST
def cesser(request: HttpRequest, number: int, feed: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    following.unfollow(get_object_or_404(row.feeds, pk=feed), user=request.user)
    return redirect(row)


@require_POST
def rafraichir(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    following.refresh(row, user=request.user)
    return redirect(row)


@require_POST
def arreter(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    following.stop(row, user=request.user)
    return redirect(row)
