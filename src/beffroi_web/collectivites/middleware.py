"""``request.collectivite``: the authority for which the person is working now."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from beffroi_web.collectivites.models import Collectivite

SESSION_KEY = "collectivite"


def current(request: HttpRequest) -> Collectivite | None:
    """The one chosen in this session if the person still belongs to it, else his or her first."""
    if not request.user.is_authenticated:
        return None
    mine = Collectivite.objects.filter(memberships__user=request.user).distinct()
    chosen = request.session.get(SESSION_KEY)
    return (mine.filter(pk=chosen).first() if chosen else None) or mine.first()


class CurrentCollectivite:
    """Sets ``request.collectivite``: a :class:`Collectivite`, or ``None`` for a stranger."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.collectivite = current(request)  # type: ignore[attr-defined]
        return self.get_response(request)
