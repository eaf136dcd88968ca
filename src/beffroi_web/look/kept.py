"""A text that arrives when nobody can receive it (session over, form too old) is given back.

The page shows it whole, with a button that sends it again once the person is signed in. Nothing
is replayed by itself, and a form that came from another site is never shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render

from beffroi_web import error_pages

#: The field of every form that takes a long text.
TEXT = "texte"
#: Fields that go with it.
BESIDE = ("version", "titre")


class KeepTyped:
    """Answers, in place of the door, a text sent by a person whose session is over."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        wanted = getattr(view, "login_required", True)
        if request.method != "POST" or request.user.is_authenticated or not wanted:
            return None
        if request.headers.get("X-Requested-With") == "fetch":
            return JsonResponse({"erreur": "session terminée"}, status=401)
        return _given_back(request, status=401) if TEXT in request.POST else None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form too old: its text comes back with a fresh token, if it came from our own page."""
    if TEXT in request.POST and _from_here(request):
        rotate_token(request)
        return _given_back(request, status=403)
    return error_pages.csrf_failure(request, reason)


def _from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.get_host()


def _given_back(request: HttpRequest, *, status: int) -> HttpResponse:
    beside = {name: request.POST[name] for name in BESIDE if name in request.POST}
    context = {"text": request.POST[TEXT], "beside": beside.items(), "path": request.path}
    return render(request, "texte_garde.html", context, status=status)
