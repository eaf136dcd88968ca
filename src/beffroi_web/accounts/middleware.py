"""An authority may ask everybody for a second factor."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve

#: What a person without a second factor can still reach: to set one up, or to leave.
OPEN = {"accounts:second_facteur_activer", "accounts:deconnexion", "collectivites:choisir"}


class RequireSecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _must_set_up(request) and resolve(request.path_info).view_name not in OPEN:
            return redirect("accounts:second_facteur_activer")
        return self.get_response(request)


def _must_set_up(request: HttpRequest) -> bool:
    collectivite = request.collectivite  # type: ignore[attr-defined]
    if collectivite is None or not collectivite.require_second_factor:
        return False
    by_provider = "oidc_id_token" in request.session  # its own factors hold
    return not by_provider and not request.user.is_verified()  # type: ignore[union-attr]
