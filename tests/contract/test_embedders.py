"""What every Embedder owes, whatever stands behind it: one test for all the adapters."""

from __future__ import annotations

import json
import math
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest

from beffroi.embedding import Embedder
from beffroi.embedding import local as local_module
from beffroi.embedding.local import LocalEmbedder
from beffroi.embedding.openai_compatible import OpenAICompatibleEmbedder
from beffroi.embedding.scripted import ScriptedEmbedder
from beffroi.errors import (
    ModelBusy,
    ModelError,
    ModelFailed,
    ModelGarbled,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
)

TEXTS = [
    "Les vélos manquent de pistes.",
    "",
    "Plus de pistes pour les vélos !",
    "La piscine ferme.",
]


class Handler(BaseHTTPRequestHandler):
    """Embeds with the scripted embedder; ``/way/v1/embeddings`` misbehaves in that way."""

    server: EmbeddingServer

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def do_POST(self) -> None:
        way = self.path.split("/")[1]
        self.server.asked.append(way)
        texts = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["input"]
        if way == "silence":
            self.server.stop.wait(5)
            return
        vectors = ScriptedEmbedder().embed(texts).tolist()
        rows = [{"index": place, "embedding": row} for place, row in enumerate(vectors)]
        statuses = {"busy": 429, "broken": 500, "badkey": 401}
        once = way == "busyonce" and self.server.asked.count(way) == 1
        self.answer(429 if once else statuses.get(way, 200), self.page(way, rows))

    def page(self, way: str, rows: list[dict[str, Any]]) -> str:
        if way == "notjson":
            return "<html>"
        if way == "missing":
            rows = rows[:-1]
        if way == "ragged":
            rows[0]["embedding"] = rows[0]["embedding"][:-1]
        if way == "nan":
            rows[0]["embedding"][0] = math.nan
        if way == "words":
            rows[0]["embedding"] = ["a", "b"]
        return json.dumps({"data": rows[::-1]})

    def answer(self, status: int, page: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(page.encode())


class EmbeddingServer(ThreadingHTTPServer):
    daemon_threads = True
    asked: list[str]
    stop: threading.Event

    def url(self, way: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{way}/v1"


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddingServer]:
    running = EmbeddingServer(("127.0.0.1", 0), Handler)
    running.asked, running.stop = [], threading.Event()
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield running
    running.stop.set()
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module", params=["scripted", "local", "http"])
def embedder(request: pytest.FixtureRequest, server: EmbeddingServer) -> Embedder:
    made: dict[str, Embedder] = {
        "scripted": ScriptedEmbedder(),
        "local": LocalEmbedder(),
        "http": OpenAICompatibleEmbedder(url=server.url("well"), name="essai", key="cle"),
    }
    return made[request.param]


def test_rows_have_norm_1_in_the_order_of_the_texts(embedder: Embedder) -> None:
    rows = embedder.embed(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape[0] == len(TEXTS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for place, text in enumerate(TEXTS):
        assert np.allclose(embedder.embed([text])[0], rows[place], atol=1e-4)


def test_an_empty_text_has_its_rule(embedder: Embedder) -> None:
    rows = embedder.embed(["", " \n\t", "\N{NO-BREAK SPACE}"])
    assert (rows[:, 0] == 1).all()
    assert not rows[:, 1:].any()


def test_near_texts_are_nearer(embedder: Embedder) -> None:
    first, _, near, far = embedder.embed(TEXTS)
    assert first @ near > first @ far


def test_no_text_gives_no_row(embedder: Embedder) -> None:
    rows = embedder.embed([])
    assert rows.shape[0] == 0 and rows.shape[1] > 1


def test_many_texts_and_odd_ones(embedder: Embedder) -> None:
    texts = ["mot " * 3000, "\x00", "🛠️", "a", "ا ب", "\u200b"] + [f"texte {n}" for n in range(150)]
    rows = embedder.embed(texts)
    assert rows.shape[0] == len(texts)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_the_input_is_left_as_it_was(embedder: Embedder) -> None:
    texts = list(TEXTS)
    embedder.embed(texts)
    assert texts == TEXTS
    assert isinstance(embedder, Embedder) and embedder.name


def test_several_processes_give_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_module, "BATCH", 8)
    monkeypatch.setattr(local_module, "WORTH_PROCESSES", 16)
    texts = [f"Proposition numéro {number} pour la ville" for number in range(20)] + [""]
    with LocalEmbedder(processes=2) as shared:
        assert np.allclose(shared.embed(texts), LocalEmbedder().embed(texts), atol=1e-4)


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("notjson", ModelGarbled),
        ("missing", ModelGarbled),
        ("ragged", ModelGarbled),
        ("nan", ModelGarbled),
        ("words", ModelGarbled),
        ("busy", ModelBusy),
        ("broken", ModelFailed),
        ("badkey", ModelRefused),
        ("silence", ModelTimeout),
    ],
)
def test_a_server_that_misbehaves(
    server: EmbeddingServer, way: str, kind: type[ModelError]
) -> None:
    embedder = OpenAICompatibleEmbedder(url=server.url(way), name="essai", timeout=0.5)
    with pytest.raises(ModelError) as raised:
        embedder.embed(TEXTS)
    assert type(raised.value) is kind


def test_busy_once_is_asked_again(server: EmbeddingServer) -> None:
    assert len(OpenAICompatibleEmbedder(url=server.url("busyonce"), name="e").embed(TEXTS)) == 4


@pytest.mark.parametrize(
    ("url", "key", "kind"),
    [
        ("http://127.0.0.1:1/v1", "", ModelUnavailable),
        ("pas une adresse", "", ModelUnavailable),
        ("http://127.0.0.1:1/v1", "clé", ModelRefused),
    ],
)
def test_a_server_that_is_not_there(url: str, key: str, kind: type[ModelError]) -> None:
    with pytest.raises(kind):
        OpenAICompatibleEmbedder(url=url, name="e", key=key).embed(TEXTS)
