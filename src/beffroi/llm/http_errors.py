"""What goes wrong over HTTP, in our own words: one table for httpx, one for status codes.

A test walks through the exceptions of httpx and proves that none is missing.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from beffroi.errors import (
    ModelBusy,
    ModelCutOff,
    ModelError,
    ModelFailed,
    ModelGarbled,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
    PromptTooLong,
)

#: httpx exception → ours. The nearest ancestor in this table decides.
EXCEPTIONS: dict[type[Exception], type[ModelError]] = {
    httpx.HTTPError: ModelFailed,
    httpx.RequestError: ModelFailed,
    httpx.TransportError: ModelFailed,
    httpx.TimeoutException: ModelTimeout,
    httpx.ConnectTimeout: ModelUnavailable,
    httpx.ReadTimeout: ModelTimeout,
    httpx.WriteTimeout: ModelTimeout,
    httpx.PoolTimeout: ModelBusy,
    httpx.NetworkError: ModelFailed,
    httpx.ConnectError: ModelUnavailable,
    httpx.ReadError: ModelFailed,
    httpx.WriteError: ModelFailed,
    httpx.CloseError: ModelFailed,
    httpx.ProxyError: ModelUnavailable,
    httpx.ProtocolError: ModelFailed,
    httpx.LocalProtocolError: ModelRefused,
    httpx.RemoteProtocolError: ModelFailed,
    httpx.UnsupportedProtocol: ModelUnavailable,
    httpx.DecodingError: ModelGarbled,
    httpx.TooManyRedirects: ModelGarbled,
    httpx.HTTPStatusError: ModelFailed,
    httpx.InvalidURL: ModelUnavailable,
    httpx.CookieConflict: ModelGarbled,
    httpx.StreamError: ModelFailed,
    httpx.StreamConsumed: ModelFailed,
    httpx.StreamClosed: ModelFailed,
    httpx.ResponseNotRead: ModelFailed,
    httpx.RequestNotRead: ModelFailed,
}

#: Once an answer has begun, losing the server is an answer cut off.
_CUT = (httpx.NetworkError, httpx.RemoteProtocolError)

#: Seconds. A server that asks for more is not waited for.
LONGEST_RETRY = 20.0

STATUSES: dict[int, tuple[type[ModelError], str]] = {
    400: (ModelRefused, ""),
    401: (ModelRefused, "Le serveur du modèle de langage a refusé la clé."),
    402: (ModelRefused, "Le compte chez le fournisseur du modèle est épuisé."),
    403: (ModelRefused, "Cette clé ne donne pas accès à ce modèle de langage."),
    404: (
        ModelUnavailable,
        "Ce serveur ne connaît pas ce modèle de langage, ou pas cette adresse.",
    ),
    408: (ModelTimeout, ""),
    413: (PromptTooLong, ""),
    422: (ModelRefused, ""),
    429: (ModelBusy, ""),
    503: (ModelUnavailable, "Le serveur du modèle de langage n’est pas prêt."),
    504: (ModelTimeout, ""),
}


def translated(error: Exception, *, begun: bool) -> ModelError:
    """Our error for an exception of httpx; ``begun``: a piece of the answer had arrived."""
    detail = f"{type(error).__name__}: {error}"
    if begun and isinstance(error, _CUT):
        return ModelCutOff(detail=detail)
    kind = next((EXCEPTIONS[kind] for kind in type(error).__mro__ if kind in EXCEPTIONS), None)
    return (kind or ModelFailed)(detail=detail)


def refusal(status: int, body: str) -> ModelError:
    """Our error for an answer whose status is not 200."""
    detail = f"HTTP {status}: {body[:500]}"
    if status in (400, 413, 422) and _speaks_of_length(body):
        return PromptTooLong(detail=detail)
    if status in STATUSES:
        kind, message = STATUSES[status]
        return kind(message or None, detail=detail)
    if 400 <= status < 500:
        return ModelRefused(detail=detail)
    if status >= 500:
        return ModelFailed(detail=detail)
    return ModelGarbled(detail=detail)


def retry_delay(status: int, retry_after: str, attempt: int) -> float | None:
    """Seconds to wait before asking again, ``None`` when it is of no use.

    ``Retry-After`` holds seconds or a date (RFC 9110, section 10.2.3); without it the delay
    doubles: 1 s, 2 s…
    """
    if status not in (429, 503):
        return None
    delay = _seconds(retry_after) if retry_after else float(2**attempt)
    return delay if delay is not None and delay <= LONGEST_RETRY else None


def _seconds(retry_after: str) -> float | None:
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _speaks_of_length(body: str) -> bool:
    """llama.cpp, vLLM, OpenAI and Mistral each say it in their own way."""
    try:
        text = json.dumps(json.loads(body)).lower()
    except ValueError:
        text = body.lower()
    return any(
        sign in text
        for sign in ("exceed_context_size", "context_length", "context length", "context window")
    )
