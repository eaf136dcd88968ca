"""What the model process answers: chat completions with a fair queue in front of the engine.

Speaks the OpenAI format on the loopback, behind a key. While a streamed request waits, a comment
``: file {"position": 2, "seconds": 12.0}`` tells its turn; a client that leaves loses its place,
and the engine stops.
"""

from __future__ import annotations

import hmac
import json
import select
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from beffroi.errors import ModelBusy, ModelError, PromptTooLong
from beffroi.llm.engine import Engine, require_room
from beffroi.llm.openai_compatible import QUEUE_MARK
from beffroi.llm.paced import BEAT
from beffroi.llm.turns import Ticket, Turns

#: Names the person for whom one asks, for the turns. Not a name: any stable text.
OWNER_HEADER = "X-Beffroi-Tour"

#: Bytes of a request.
LARGEST_BODY = 8_000_000

#: Seconds of silence of the engine, which otherwise pings every second.
ENGINE_SILENCE = 60.0


class Gateway(ThreadingHTTPServer):
    """Listens on a free port of the loopback. ``key`` is asked of every caller."""

    daemon_threads = True

    def __init__(self, engine: Engine, *, model: str, key: str, turns: Turns | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.engine = engine
        self.model = model
        self.key = key
        self.turns = turns or Turns()
        self.draining = threading.Event()
        self.last_use = time.monotonic()

    @property
    def idle(self) -> float:
        """Seconds since the last request ended; 0 while one is served."""
        return time.monotonic() - self.last_use if self.turns.empty else 0.0

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: Gateway
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Texts and habits of people stay out of the logs."""

    def do_GET(self) -> None:
        if not self._allowed():
            return
        if self.path == "/etat":
            self._json(200, self._state())
        else:
            self._json(404, _error("not_found", "unknown address"))

    def do_POST(self) -> None:
        self.close_connection = True
        if not self._allowed():
            return
        if self.path == "/arret":
            self.server.draining.set()
            self._json(200, self._state())
        elif self.path != "/v1/chat/completions":
            self._json(404, _error("not_found", "unknown address"))
        elif self.server.draining.is_set():
            self._json(503, _error("draining", "the process is stopping"))
        else:
            self._chat()

    def _allowed(self) -> bool:
        given = self.headers.get("Authorization", "")
        if hmac.compare_digest(given.encode(), f"Bearer {self.server.key}".encode()):
            return True
        self._json(401, _error("unauthorized", "a key is needed"))
        return False

    def _state(self) -> dict[str, Any]:
        turns = self.server.turns
        return {
            "model": self.server.model,
            "waiting": turns.waiting,
            "busy": not turns.empty,
            "mean_seconds": turns.mean(),
            "draining": self.server.draining.is_set(),
        }

    def _chat(self) -> None:
        body = self._body()
        if body is None:
            return
        messages = body.get("messages")
        try:
            require_room(
                self.server.engine,
                messages if isinstance(messages, list) else [],
                max_tokens=int(body.get("max_tokens") or 1024),
            )
            ticket = self.server.turns.join(self.headers.get(OWNER_HEADER, ""))
        except ModelError as error:
            self._json(*_refusal(error))
            return
        try:
            self._serve(body, ticket)
        finally:
            self.server.turns.leave(ticket)
            self.server.last_use = time.monotonic()

    def _body(self) -> dict[str, Any] | None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self._json(413, _error("exceed_context_size_error", "request too large"))
            return None
        try:
            body = json.loads(self.rfile.read(length))
        except ValueError:
            body = None
        if not isinstance(body, dict):
            self._json(400, _error("invalid_request", "a JSON object is needed"))
            return None
        return body

    def _serve(self, body: dict[str, Any], ticket: Ticket) -> None:
        streamed = bool(body.get("stream"))
        if streamed:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.send_header("Connection", "close")
            self.end_headers()
        while not ticket.served.wait(BEAT):
            if self._left():
                return
            if streamed:
                wait = self.server.turns.wait_of(ticket)
                turn = json.dumps({"position": wait.position, "seconds": wait.seconds})
                self._write(f": {QUEUE_MARK}{turn}\n\n".encode())
        self._forward(body, streamed=streamed)

    def _left(self) -> bool:
        """The client closed its end: nothing more is expected from it, so any byte says so."""
        return bool(select.select([self.connection], [], [], 0)[0])

    def _forward(self, body: dict[str, Any], *, streamed: bool) -> None:
        engine = self.server.engine
        timeout = httpx.Timeout(ENGINE_SILENCE if streamed else None, connect=5)
        try:
            with (
                httpx.Client(trust_env=False, timeout=timeout) as client,
                client.stream(
                    "POST", f"{engine.url}/v1/chat/completions", json=body, headers=engine.headers
                ) as answer,
            ):
                if not streamed:
                    self._json(answer.status_code, json.loads(answer.read()))
                elif answer.status_code != 200:
                    self._write(b"data: " + b" ".join(answer.read().split()) + b"\n\n")
                else:
                    for piece in answer.iter_bytes():
                        self._write(piece)
        except (httpx.HTTPError, ValueError) as error:
            failed = _error("engine", f"{type(error).__name__}: {error}")
            if streamed:
                self._write(b"data: " + json.dumps(failed).encode() + b"\n\n")
            else:
                self._json(500, failed)

    def _write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def _json(self, status: int, value: Any) -> None:
        page = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self._write(page)


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"error": {"type": kind, "message": message}}


def _refusal(error: ModelError) -> tuple[int, dict[str, Any]]:
    """Status and page; the adapter at the other end makes the same error of them."""
    if isinstance(error, PromptTooLong):
        return 400, _error("exceed_context_size_error", error.message)
    if isinstance(error, ModelBusy):
        return 429, _error("busy", error.detail)
    return 500, _error(error.code, error.detail)
