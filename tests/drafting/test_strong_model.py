"""A model that the administrator calls strong writes the whole text at once: same checks, same
repairs, the floor last. Asked of real servers of the test, over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from beffroi.drafting import Done, Draft, Piece, Progress, Replace, Request, run, shipped_modeles
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.types import ModelInfo
from contract.misbehaving import misbehaving
from drafting.acts import TRAFFIC

MODELES = shipped_modeles()
TEXT = (
    "Il appartient aux usagers de procéder, au plus tard le 15 juin 2026, au dépôt du dossier "
    "d’inscription auprès du service scolaire. Toute demande tardive sera refusée par la commune, "
    "sauf si la famille a emménagé après le 1er juin 2026."
)
GOOD = (
    "Déposez le dossier d’inscription au service scolaire, au plus tard le 15 juin 2026. La "
    "commune refusera toute demande tardive, sauf si la famille a emménagé après le 1er juin 2026."
)
LOST = "Déposez le dossier d’inscription au service scolaire. La commune refusera toute demande."


class Speaking(ThreadingHTTPServer):
    """Answers in order what it was told; keeps what it was asked."""

    daemon_threads = True

    def __init__(self, answers: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.asked = list(answers), list[dict[str, Any]]()


class _Handler(BaseHTTPRequestHandler):
    server: Speaking

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(size)))
        said = self.server.answers[min(len(self.server.asked), len(self.server.answers)) - 1]
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for piece in (said[: len(said) // 2], said[len(said) // 2 :]):
            self._event({"delta": {"content": piece}, "finish_reason": None})
        self._event({"delta": {}, "finish_reason": "stop"})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, choice: dict[str, Any]) -> None:
        self.wfile.write(f"data: {json.dumps({'choices': [choice]})}\n\n".encode())

    def log_message(self, format: str, *args: Any) -> None:
        """The test says what matters."""


@contextmanager
def speaking(*answers: str) -> Iterator[Speaking]:
    server = Speaking(list(answers))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def model_at(url: str, *, strong: bool = True, context: int = 32_000) -> OpenAICompatible:
    info = ModelInfo(
        name="grand", title="Grand", place="maison", context_tokens=context, strong=strong
    )
    return OpenAICompatible(url=url, info=info)


def written(
    url: str, *, name: str = "langage-clair", text: str = TEXT, **more: Any
) -> tuple[Draft, list[str]]:
    request = Request(modele=name, values={"texte": text}, options=more.pop("options", {}))
    shown, steps, draft = "", [], None
    for event in run(request, model=model_at(url, **more), modeles=MODELES):
        if isinstance(event, Piece):
            shown += event.text
        elif isinstance(event, Replace):
            shown = event.text
        elif isinstance(event, Progress):
            steps.append(event.label)
        elif isinstance(event, Done):
            draft = event.draft
    assert draft is not None and shown == draft.text
    return draft, steps


def address(server: Speaking) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/v1"


def test_the_whole_text_is_asked_once() -> None:
    with speaking(GOOD) as server:
        draft, steps = written(address(server), options={"public": "lyceen"})
    assert len(server.asked) == 1
    assert draft.strategies == {"modele": 1} and not draft.floor
    assert "15 juin 2026" in draft.text.replace("\u00a0", " ")
    assert not any("Phrase" in step for step in steps)
    told = server.asked[0]["messages"]
    assert "en entier" in told[0]["content"] and "lycéen" in told[0]["content"]
    assert "phrase réécrite" not in told[0]["content"]


def test_a_lost_fact_is_named_and_comes_back() -> None:
    with speaking(LOST, GOOD) as server:
        draft, _ = written(address(server))
    assert len(server.asked) == 2
    assert "15 juin 2026" in server.asked[1]["messages"][-1]["content"].replace("\u00a0", " ")
    assert draft.strategies == {"repare": 1}


def test_after_two_repairs_the_floor_is_given_when_it_is_better() -> None:
    with speaking("Payez 900 € le 3 mars 2031 à Lyon, sans exception.") as server:
        draft, _ = written(address(server))
    assert len(server.asked) == 3
    assert draft.floor and "900" not in draft.text
    assert "version faite par règles" in draft.notices[0]


def test_a_text_too_long_for_it_goes_sentence_by_sentence() -> None:
    with speaking(GOOD) as server:
        _, steps = written(address(server), text=TRAFFIC, context=600)
    assert any("Phrase" in step for step in steps)


def test_a_model_that_is_not_strong_goes_sentence_by_sentence() -> None:
    with speaking("Déposez le dossier au plus tard le 15 juin 2026.") as server:
        _, steps = written(address(server), strong=False)
    assert any("Phrase" in step for step in steps)


def test_a_cited_summary_is_always_built_from_its_sentences() -> None:
    with speaking("La circulation est interdite.") as server:
        draft, steps = written(address(server), name="synthese", text=TRAFFIC)
    assert any("Phrase" in step for step in steps)
    assert "[2]" in draft.text


@pytest.mark.parametrize("way", ["garbage", "cut", "vanishes", "errorinside", "notjson"])
def test_a_server_that_misbehaves_gives_the_floor_and_one_sentence(way: str) -> None:
    with misbehaving() as server:
        draft, _ = written(server.url(way))
    assert draft.floor and "15 juin 2026" in draft.text.replace("\u00a0", " ")
    assert draft.provenance.failure and draft.notices[0] == draft.provenance.fallback_reason
