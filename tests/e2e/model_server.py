"""The language models of the browser tests: one that works, slowly or not, others that do not."""

from __future__ import annotations

import contextlib
import re
import threading
import time
from collections.abc import Iterator

from contract.misbehaving import DONE, Handler, Misbehaving, event


class Writer(Handler):
    """Says again what it is given, a word at a time: the checks find nothing against it."""

    def redige(self) -> None:
        self._say_again(0.0)

    def lent(self) -> None:
        self._say_again(0.2)

    def _say_again(self, pause: float) -> None:
        asked = self.server.requests[-1][1]["messages"][-1]["content"]
        fenced = re.findall(r"<texte>\s*(.*?)\s*</texte>", asked, re.S)
        words = re.findall(r"\S+\s*", fenced[-1] if fenced else asked)
        self.stream()
        for word in words:
            self.send(event(word))
            time.sleep(pause)
        self.send(event(finish="stop") + DONE)


@contextlib.contextmanager
def model_server() -> Iterator[Misbehaving]:
    server = Misbehaving()
    server.RequestHandlerClass = Writer
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
