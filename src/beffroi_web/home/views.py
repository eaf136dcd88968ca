"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beffroi_web.clarifier.visible import to_read
from beffroi_web.home import cards
from beffroi_web.jobs import port

#: Texts of « À relire » on the first page; the rest is one click away.
MOST_SHOWN = 6


def accueil(request: HttpRequest) -> HttpResponse:
    port.expect()
    rows = to_read(request.user, request.collectivite)
    context = {"cards": cards.built(), "to_read": rows[:MOST_SHOWN], "count": rows.count()}
    return render(request, "home/accueil.html", context)
