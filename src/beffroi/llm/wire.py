"""One POST whose answer is a stream of events, and the means to cut it from another thread."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx

from beffroi.errors import ModelError, ModelGarbled
from beffroi.llm.clock import Limits
from beffroi.llm.http_errors import refusal
from beffroi.llm.sse import Comment, Data, events

#: Bytes of an error page that are kept for the log.
ERROR_PAGE = 65_536

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """Where to, with which headers, what."""

    url: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


class Refused(Exception):
    """The server answered with another status than 200."""

    def __init__(self, *, status: int, retry_after: str, page: str) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.retry_after = retry_after
        self.page = page
        self.error: ModelError = refusal(status, page)


class Wire:
    """Sends one :class:`Post`. ``cut`` may be called at any time, from any thread."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._cut = False

    def cut(self) -> None:
        """Close the connection now: the server sees it and stops working."""
        self._cut = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def events(self, post: Post, limits: Limits) -> Iterator[Data | Comment]:
        """The events of the answer. Raises :class:`Refused`, ``ModelError`` and what httpx
        raises."""
        # Silence is measured by the reader's clock; this bound only keeps a lost thread from
        # living for ever.
        timeout = httpx.Timeout(limits.first + limits.between, connect=limits.connect)
        with (
            httpx.Client(
                timeout=timeout, verify=_tls(post.url), trust_env=not _is_local(post.url)
            ) as client,
            client.stream(
                "POST",
                post.url,
                json=post.body,
                headers=dict(post.headers),
                extensions={"trace": self._trace},
            ) as response,
        ):
            _must_be_a_stream(response)
            yield from events(response.iter_bytes())

    def _trace(self, name: str, info: Mapping[str, Any]) -> None:
        """httpcore tells each step; the last connection made is the one to cut."""
        if name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._cut:
                self.cut()


def _must_be_a_stream(response: httpx.Response) -> None:
    if response.status_code != 200:
        raise Refused(
            status=response.status_code,
            retry_after=response.headers.get("retry-after", ""),
            page=_page(response),
        )
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "text/event-stream":
        raise ModelGarbled(detail=f"content-type {kind!r}: {_page(response)[:200]!r}")


def _page(response: httpx.Response) -> str:
    kept = b""
    for chunk in response.iter_bytes():
        kept += chunk
        if len(kept) >= ERROR_PAGE:
            break
    return kept[:ERROR_PAGE].decode("utf-8", errors="replace")


def _is_local(url: str) -> bool:
    """A proxy of the house must not be asked for this very machine."""
    return urlsplit(url).hostname in _LOOPBACK


@cache
def _https() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _tls(url: str) -> ssl.SSLContext:
    """Reading the authorities takes 30 ms: once, and not at all for plain http."""
    return _https() if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
