"""The authority of the session, for the views that cannot do without one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def in_collectivite(permission: str) -> Callable[[View[P]], View[P]]:
    """The view is for people who have ``permission`` in the authority of their session.

    Somebody without any authority is told so; somebody without the permission gets a 403.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            collectivite = request.collectivite  # type: ignore[attr-defined]
            if collectivite is None:
                return redirect("collectivites:aucune")
            if not request.user.has_perm(permission, collectivite):  # type: ignore[union-attr]
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate
