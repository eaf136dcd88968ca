"""A server that misbehaves on purpose, in every way that a model server has been seen to.

The first part of the path names the way: ``http://127.0.0.1:PORT/cut/v1``.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SENTENCE = "La rue des Lilas est fermée de 8 h à 18 h."


def event(text: str | None = None, finish: str | None = None) -> bytes:
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


def sentence() -> Iterator[bytes]:
    for word in SENTENCE.split(" "):
        yield event(word + " ")


DONE = b"data: [DONE]\n\n"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Misbehaving

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def do_POST(self) -> None:
        way = self.path.split("/")[1]
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append((way, body, dict(self.headers)))
        self.close_connection = True
        try:
            getattr(self, way)()
        except (BrokenPipeError, ConnectionResetError):
            self.server.left.set()

    # ── ways to answer

    def well(self) -> None:
        self.stream()
        for piece in sentence():
            self.send(piece)
        self.send(event(finish="stop") + DONE)

    def silent(self) -> None:
        """Reads the request and never says anything."""
        self.wait()

    def stalls(self) -> None:
        """Begins, then nothing more."""
        self.stream()
        self.send(event("La rue"))
        self.wait()

    def comments(self) -> None:
        """Alive, by its comments, but never answering."""
        self.stream()
        while not self.server.stop.wait(0.05):
            self.send(b": ping\n\n")

    def garbage(self) -> None:
        self.stream()
        self.send(b"\x00\xff\xfe\x8bJFIF\n\n<html>\n\n")

    def notjson(self) -> None:
        self.stream()
        self.send(event("La rue") + b'data: {"choices": [{\n\n')

    def oddjson(self) -> None:
        self.stream()
        self.send(b'data: {"choices": "oui"}\n\n')

    def oddtext(self) -> None:
        self.stream()
        self.send(b'data: {"choices": [{"delta": {"content": 12}}]}\n\n')

    def cut(self) -> None:
        """Ends in mid-sentence, politely: no finish_reason, no [DONE]."""
        self.stream()
        self.send(event("La rue des Lilas est fer"))

    def vanishes(self) -> None:
        """The process dies: the connection is reset in mid-stream."""
        self.stream()
        self.send(event("La rue des"))
        time.sleep(0.05)
        self.reset()

    def vanishesearly(self) -> None:
        self.reset()

    def errorinside(self) -> None:
        self.stream()
        self.send(event("La rue") + b'data: {"error": {"message": "CUDA out of memory"}}\n\n')

    def empty(self) -> None:
        self.stream()
        self.send(event(finish="stop") + DONE)

    def endless(self) -> None:
        self.stream()
        while not self.server.stop.is_set():
            self.send(event("toujours plus " * 10))

    def endlessline(self) -> None:
        self.stream()
        while not self.server.stop.is_set():
            self.send(b"x" * 65536)

    def html(self) -> None:
        self.page(200, "<html>Portail captif</html>", kind="text/html")

    def plainjson(self) -> None:
        self.page(200, json.dumps({"choices": [{"message": {"content": "Bonjour."}}]}))

    def forgets(self) -> None:
        """Says that it has finished and leaves the connection open."""
        self.stream()
        self.send(event("Bonjour.") + event(finish="stop"))
        self.wait()

    def filtered(self) -> None:
        self.stream()
        self.send(event("La rue") + event(finish="content_filter") + DONE)

    def busy(self) -> None:
        self.page(429, "{}", retry_after="0")

    def busylong(self) -> None:
        self.page(429, "{}", retry_after="3600")

    def busyonce(self) -> None:
        times = sum(way == "busyonce" for way, _, _ in self.server.requests)
        self.busy() if times == 1 else self.well()

    def broken(self) -> None:
        self.page(500, "Internal Server Error")

    def loading(self) -> None:
        self.page(503, "{}", retry_after="0")

    def badkey(self) -> None:
        self.page(401, '{"error": {"message": "Invalid API key"}}')

    def nomodel(self) -> None:
        self.page(404, '{"error": {"message": "model not found"}}')

    def toolong(self) -> None:
        self.page(400, '{"error": {"code": "context_length_exceeded"}}')

    def moved(self) -> None:
        self.page(302, "", location="http://127.0.0.1:1/ailleurs")

    def picky(self) -> None:
        """Knows neither stream_options nor response_format (seen at a French provider)."""
        body = self.server.requests[-1][1]
        for name in ("stream_options", "response_format"):
            if name in body:
                return self.page(422, f'{{"detail": "Extra inputs: {name}"}}')
        self.stream()
        self.send(event('{"ville": "Arras"}') + event(finish="stop") + DONE)
        return None

    def notschema(self) -> None:
        self.stream()
        self.send(event('{"ville": 12}') + event(finish="stop") + DONE)

    def queued(self) -> None:
        self.stream()
        for position in (2, 1):
            self.send(f': file {{"position": {position}, "seconds": 1.5}}\n\n'.encode())
            time.sleep(0.25)
        self.send(event("Bonjour.") + event(finish="stop") + DONE)

    # ── means

    def stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.end_headers()

    def send(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def page(
        self, status: int, body: str, *, kind: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body.encode())))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.send(body.encode())

    def wait(self) -> None:
        """Until the client leaves or the test ends."""
        self.connection.settimeout(0.05)
        while not self.server.stop.is_set():
            with contextlib.suppress(TimeoutError, ssl.SSLError):
                if self.connection.recv(1) == b"":
                    self.server.left.set()
                    return

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()


class Misbehaving(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[tuple[str, dict[str, Any], dict[str, str]]] = []
        self.left = threading.Event()
        self.stop = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """What a handler raises after the client left is of no interest."""

    def url(self, way: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{way}/v1"


@contextlib.contextmanager
def misbehaving(tls: ssl.SSLContext | None = None) -> Iterator[Misbehaving]:
    server = Misbehaving()
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
