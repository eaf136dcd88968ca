"""What a program is answered: JSON, and an HTTP status for each branch of the tree of errors."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from beffroi.errors import (
    BeffroiError,
    InputError,
    ModelBusy,
    ModelError,
    ModelTimeout,
    ModelUnavailable,
    PolicyRefused,
    PromptTooLong,
    TooLarge,
    UnknownName,
)
from beffroi_web.openings import actions
from beffroi_web.openings.errors import (
    BadCall,
    BadMethod,
    CallRefused,
    KeyMissing,
    KeyRefused,
    QuotaReached,
)
from beffroi_web.openings.models import Key

LOG = logging.getLogger("beffroi.ouvertures")

#: The first line that holds decides.
STATUSES: tuple[tuple[type[BeffroiError], int], ...] = (
    (KeyMissing, 401),
    (KeyRefused, 401),
    (BadMethod, 405),
    (QuotaReached, 429),
    (CallRefused, 403),
    (PolicyRefused, 403),
    (BadCall, 400),
    (UnknownName, 404),
    (TooLarge, 413),
    (InputError, 422),
    (PromptTooLong, 413),
    (ModelUnavailable, 503),
    (ModelBusy, 503),
    (ModelTimeout, 504),
    (ModelError, 502),
    (BeffroiError, 500),
)
#: Seconds after which a busy model is worth another try.
BUSY_AGAIN = 10

Call = Callable[[Key, Mapping[str, Any]], HttpResponse]
Refusal = Callable[[BeffroiError], HttpResponse]


class Unforeseen(BeffroiError):
    code = "imprevu"
    default_message = "Beffroi n’a pas pu répondre : une erreur s’est produite de notre côté."
    default_next_step = "Réessayez dans un instant ; si cela continue, prévenez l’administrateur."


def status_of(error: BeffroiError) -> int:
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def said(content: Mapping[str, Any], *, status: int = 200) -> JsonResponse:
    """French letters stay readable in JSON; nothing of it is kept by a proxy."""
    answer = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "no-store"
    return answer


def refused(error: BeffroiError) -> HttpResponse:
    """``{"code", "message", "next_step"}``."""
    content = {"code": error.code, "message": error.message, "next_step": error.next_step}
    return with_headers(said(content, status=status_of(error)), error)


def with_headers(answer: HttpResponse, error: BeffroiError) -> HttpResponse:
    """``Retry-After`` where waiting is of use, and what a missing key must be told."""
    wait = getattr(error, "retry_after", None) or (
        BUSY_AGAIN if isinstance(error, ModelBusy) else None
    )
    if wait:
        answer["Retry-After"] = str(wait)
    if answer.status_code == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="Beffroi"'
    return answer


def by_key(
    operation: str,
    *,
    scope: str,
    method: str = "POST",
    refusal: Refusal = refused,
    read: Callable[[HttpRequest], Mapping[str, Any]],
) -> Callable[[Call], Callable[[HttpRequest], HttpResponse]]:
    """A view for programs: a key instead of a session, JSON in and out, errors of our own tree.

    ``read`` gives the body once the key is admitted.
    """

    def decorate(call: Call) -> Callable[[HttpRequest], HttpResponse]:
        @csrf_exempt
        @login_not_required
        @wraps(call)
        def answered(request: HttpRequest) -> HttpResponse:
            try:
                if request.method != method:
                    raise BadMethod
                authorization = request.headers.get("Authorization", "")
                key = actions.admit(authorization, scope=scope, operation=operation)
                return call(key, read(request) if method == "POST" else {})
            except BeffroiError as error:
                LOG.info("%s: %s %s", operation, error.code, error.detail)
                return refusal(error)
            except Exception:
                LOG.exception("%s", operation)
                return refusal(Unforeseen())

        return answered

    return decorate


def body_of(request: HttpRequest) -> Any:
    """The JSON of the body. Raises :class:`TooLarge` or :class:`BadCall`."""
    from django.core.exceptions import RequestDataTooBig

    try:
        return json.loads(request.body)
    except RequestDataTooBig as error:
        raise TooLarge from error
    except (ValueError, RecursionError) as error:
        raise BadCall("Le corps de la demande n’est pas du JSON.", detail=str(error)) from error
