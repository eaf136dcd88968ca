"""Pages for 400, 403, 404, 405 and 500: what happened, and what the person can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorPage:
    status: int
    title: str
    message: str
    action: str


BAD_REQUEST = ErrorPage(
    status=400,
    title="La demande n’a pas été comprise",
    message="Ce que votre navigateur a envoyé est incomplet, trop long ou mal formé.",
    action="Revenez à la page précédente, vérifiez ce que vous avez saisi, puis recommencez.",
)
FORBIDDEN = ErrorPage(
    status=403,
    title="Cette page n’est pas ouverte à votre rôle",
    message="Votre rôle dans cette collectivité ne permet pas de faire cela.",
    action="Demandez ce droit à l’administrateur de votre collectivité.",
)
NOT_FOUND = ErrorPage(
    status=404,
    title="Cette page n’existe pas",
    message="L’adresse est incorrecte, ou ce que vous cherchez a été supprimé.",
    action="Revenez à l’accueil et repartez de là.",
)
NO_PAGE = ErrorPage(
    status=405,
    title="Cette adresse n’ouvre pas de page",
    message="Elle sert à envoyer un formulaire ; vous y êtes peut-être revenu par l’historique.",
    action="Revenez à l’accueil : ce qui était enregistré l’est toujours.",
)
SERVER_ERROR = ErrorPage(
    status=500,
    title="Beffroi n’a pas pu répondre",
    message="Une erreur s’est produite de notre côté. Ce qui était enregistré l’est toujours.",
    action="Attendez un instant et rechargez la page. Si cela continue, prévenez l’administrateur.",
)
STALE_FORM = ErrorPage(
    status=403,
    title="Ce formulaire n’est plus valable",
    message="Il a été ouvert il y a trop longtemps, ou depuis une autre session.",
    action="Revenez à la page précédente, rechargez-la, puis envoyez à nouveau.",
)


class NoPage:
    """A page, where Django answers with an empty one, for who opens the address of a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        empty = response.status_code == NO_PAGE.status and not response.content
        if not empty or request.method != "GET":
            return response
        page = _page(request, NO_PAGE)
        page["Allow"] = response.get("Allow", "")
        return page


def _page(request: HttpRequest, page: ErrorPage) -> HttpResponse:
    return render(request, "erreur.html", {"page": page}, status=page.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, SERVER_ERROR)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, STALE_FORM)
