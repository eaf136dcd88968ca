"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beffroi_web.home import cards


def accueil(request: HttpRequest) -> HttpResponse:
    return render(request, "home/accueil.html", {"cards": cards.built()})
