"""The site on a real port, for the clients of others that know no test client.

One request at a time, one connection a request, on the same database in memory as the test:
Django's own live server keeps a thread a connection and falls over when they end after the test.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Silent."""


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The address of the site while the block runs; the test must be ``transactional_db``."""
    shared = connections["default"]
    shared.inc_thread_sharing()
    server = WSGIServer(("127.0.0.1", 0), _Quiet)
    server.set_app(WSGIHandler())

    def run() -> None:
        connections["default"] = shared
        server.serve_forever(0.05)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        shared.dec_thread_sharing()
