"""A server that stands for a model outside the machine: it keeps all that it is sent, and answers
with what it read, so that what comes back must be restored."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from typing import Any

from beffroi.privacy.fold import fold
from contract.misbehaving import DONE, Handler, Misbehaving, event

CLEAR = (
    "Mme Jeanne Quéméneur, née le 14/02/1985, demeurant 12 rue des Lilas, 35000 Rennes, joignable "
    "au 06 12 34 56 78 ou à jeanne.q@exemple.fr, numéro de sécurité sociale 2 85 03 35 238 042 57, "
    "allocataire CAF n° 4512789, est autorisée à occuper la place du Marché le 3 mai 2026."
)
#: What must reach nobody, whatever its case, accents and spaces.
PERSONAL = (
    "Quéméneur",
    "14/02/1985",
    "12 rue des Lilas",
    "06 12 34 56 78",
    "jeanne.q@",
    "2 85 03 35 238",
    "4512789",
)


class _Reader(Handler):
    """``/lit/v1``: says again the last thing that it read, or fills the schema with it."""

    def lit(self) -> None:
        body = self.server.requests[-1][1]
        said = body["messages"][-1]["content"]
        fenced = re.findall(r"<texte>\s*(.*?)\s*</texte>", said, re.S)
        text = "\n".join(fenced) if fenced else said
        wanted = (body.get("response_format") or {}).get("json_schema")
        if wanted:
            text = json.dumps(_filled(wanted["schema"], text), ensure_ascii=False)
        self.stream()
        for start in range(0, len(text), 7):  # cut anywhere, tokens too
            self.send(event(text[start : start + 7]))
        self.send(event(finish="stop") + DONE)


def _filled(schema: dict[str, Any], text: str) -> Any:
    if schema.get("type") == "object":
        parts = schema.get("properties", {})
        return {name: _filled(part, text) for name, part in parts.items()}
    token = re.search(r"\[[A-Z]+_\d+\]", text)
    return f"Écrire à {token[0]}" if token else "Rien."


class Capturing(Misbehaving):
    def __init__(self) -> None:
        super().__init__()
        self.RequestHandlerClass = _Reader
        self.idle = False  # true where it is right that the model is asked nothing

    @property
    def address(self) -> str:
        return self.url("lit")

    def sent(self) -> str:
        """Everything that was received, as one text."""
        return json.dumps([body for _, body, _ in self.requests], ensure_ascii=False)

    def learned(self) -> list[str]:
        """The personal data that reached it."""
        read = _bare(self.sent())
        return [word for word in PERSONAL if _bare(word) in read]


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")


@contextlib.contextmanager
def capturing() -> Iterator[Capturing]:
    server = Capturing()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
