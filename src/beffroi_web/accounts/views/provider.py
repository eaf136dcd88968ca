"""The door of the identity provider. Its libraries are loaded only when somebody uses it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def begin(request: HttpRequest) -> HttpResponse:
    return _through(request, "Begin")


@login_not_required
def back(request: HttpRequest) -> HttpResponse:
    return _through(request, "Back")


def _through(request: HttpRequest, name: str) -> HttpResponse:
    if not settings.BEFFROI.oidc_issuer:
        raise Http404
    from beffroi_web.accounts import oidc

    try:
        answer: HttpResponse = getattr(oidc, name).as_view()(request)
    except oidc.Refused as error:
        return render(request, "accounts/fournisseur_refus.html", {"error": error}, status=403)
    return answer
