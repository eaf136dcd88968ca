"""A person without an authority is led to the page that says what to do, whatever the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

#: Apps whose pages serve also a person who belongs to no authority.
OPEN = frozenset({"accounts", "collectivites", "jobs", "journal"})


class NeedsCollectivite:
    """Stands after ``CurrentCollectivite``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not request.user.is_authenticated or getattr(request, "collectivite", None):
            return None
        if match is None or not match.app_name or match.app_name in OPEN:
            return None
        return redirect("collectivites:aucune")
