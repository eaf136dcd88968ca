"""Places that are visited: a site, a folder of the server."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from beffroi_web.knowledge import actions, shelf, visible
from beffroi_web.knowledge.forms import FollowFolder, FollowSite
from beffroi_web.knowledge.models import FeedKind


@require_POST
def suivre(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    folder = "dossier" in request.POST
    site = FollowSite(None if folder else request.POST)
    folders = shelf.folders(row.collectivite)
    local = FollowFolder(request.POST if folder else None, folders=folders)
    form = local if folder else site
    if not form.is_valid():
        context = shelf.collection(row, request.user, {}, site=site, folder=local)
        return render(request, "knowledge/collection.html", context, status=422)
    kind = FeedKind.DOSSIER if folder else FeedKind.SITE
    address = form.cleaned_data["dossier" if folder else "adresse"]
    actions.follow(row, kind, address, user=request.user)
    return redirect(row)


@require_POST
def cesser(request: HttpRequest, number: int, feed: int) -> HttpResponse:
    row = visible.managed_or_404(request, number)
    actions.unfollow(get_object_or_404(row.feeds, pk=feed), user=request.user)
    return redirect(row)


@require_POST
def rafraichir(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    actions.refresh(row, user=request.user)
    return redirect(row)


@require_POST
def arreter(request: HttpRequest, number: int) -> HttpResponse:
    row = visible.collection_or_404(request, number)
    actions.stop(row, user=request.user)
    return redirect(row)
