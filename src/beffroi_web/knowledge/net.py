"""Fetching a public page: what is inside the house's network cannot be read through Beffroi."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from beffroi.errors import InputError

Fetch = Callable[[str], bytes]

#: Redirections followed, seconds waited.
MOST_MOVES, PATIENCE = 4, 20.0


class PageUnread(InputError):
    code = "documents.page"
    default_message = "Cette page n’a pas pu être lue."
    default_next_step = ""


def public_only(address: str) -> None:
    """Raises :class:`PageUnread` unless the host of ``address`` is on the public network: a
    collection must not become a window on the machines of the house (request forgery)."""
    host = urlsplit(address).hostname or ""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except OSError as error:
        raise PageUnread(f"Le serveur {host} n’a pas été trouvé.") from error
    if not all(ipaddress.ip_address(item[4][0]).is_global for item in found):
        raise PageUnread(f"Le serveur {host} est dans un réseau privé : il n’est pas lu.")


def fetcher(*, limit: int, allowed: Callable[[str], None] = public_only) -> Fetch:
    """A function that gives the bytes at an address, ``limit`` of them at most. It raises
    :class:`PageUnread`. ``allowed`` raises for an address that must not be asked."""

    def fetch(address: str) -> bytes:
        import httpx

        with httpx.Client(timeout=PATIENCE, headers={"User-Agent": "Beffroi"}) as client:
            try:
                return _moved(client, address, limit, allowed)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise PageUnread(detail=repr(error)) from error

    return fetch


def _moved(client: object, address: str, limit: int, allowed: Callable[[str], None]) -> bytes:
    """Follow each move by hand, so that every address is allowed."""
    import httpx

    assert isinstance(client, httpx.Client)
    for _ in range(MOST_MOVES):
        if urlsplit(address).scheme not in ("http", "https"):
            break
        allowed(address)
        with client.stream("GET", address) as answer:
            if answer.is_redirect:
                address = urljoin(address, answer.headers["location"])
                continue
            if answer.status_code != 200:
                raise PageUnread(f"Le serveur répond {answer.status_code}.")
            return _whole(answer, limit)
    raise PageUnread("Cette adresse renvoie trop de fois à une autre.")


def _whole(answer: object, limit: int) -> bytes:
    import httpx

    assert isinstance(answer, httpx.Response)
    content = b""
    for piece in answer.iter_bytes():
        content += piece
        if len(content) > limit:
            raise PageUnread("Cette page est trop lourde pour cette instance.")
    return content
