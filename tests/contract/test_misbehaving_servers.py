"""Whatever a server does, the adapter gives an answer or an error of our tree, in bounded time."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from beffroi.errors import (
    InvalidAnswer,
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
from beffroi.llm import Message, ModelInfo
from beffroi.llm.clock import Limits
from beffroi.llm.openai_compatible import OpenAICompatible
from contract.misbehaving import SENTENCE, Misbehaving, misbehaving

INFO = ModelInfo(name="essai", title="Essai", place="maison", context_tokens=4096)
ASK = [Message(role="user", content="Dites où la rue est fermée.")]
SCHEMA = {
    "type": "object",
    "properties": {"ville": {"type": "string"}},
    "required": ["ville"],
    "additionalProperties": False,
}
QUICK = Limits(connect=1.0, first=0.6, between=0.6, per_token=0.01)

WAYS: list[tuple[str, type[ModelError], str]] = [
    ("silent", ModelTimeout, ""),
    ("stalls", ModelTimeout, "La rue"),
    ("comments", ModelTimeout, ""),
    ("garbage", ModelGarbled, ""),
    ("notjson", ModelGarbled, "La rue"),
    ("oddjson", ModelGarbled, ""),
    ("oddtext", ModelGarbled, ""),
    ("cut", ModelCutOff, "La rue des Lilas est fer"),
    ("vanishes", ModelCutOff, "La rue des"),
    ("vanishesearly", ModelFailed, ""),
    ("errorinside", ModelFailed, "La rue"),
    ("empty", ModelGarbled, ""),
    ("endlessline", ModelGarbled, ""),
    ("html", ModelGarbled, ""),
    ("plainjson", ModelGarbled, ""),
    ("filtered", ModelRefused, "La rue"),
    ("busy", ModelBusy, ""),
    ("busylong", ModelBusy, ""),
    ("broken", ModelFailed, ""),
    ("loading", ModelUnavailable, ""),
    ("badkey", ModelRefused, ""),
    ("nomodel", ModelUnavailable, ""),
    ("toolong", PromptTooLong, ""),
    ("moved", ModelGarbled, ""),
]


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


def model(url: str, key: str = "") -> OpenAICompatible:
    return OpenAICompatible(url=url, info=INFO, key=key, limits=QUICK)


@pytest.mark.parametrize(("way", "kind", "seen"), WAYS, ids=[way for way, _, _ in WAYS])
def test_each_way_gives_its_error_and_what_came_before(
    server: Misbehaving, way: str, kind: type[ModelError], seen: str
) -> None:
    pieces = []
    with pytest.raises(ModelError) as raised:
        for chunk in model(server.url(way)).stream(ASK, max_tokens=100):
            pieces.append(chunk.text)
    assert type(raised.value) is kind, raised.value.detail
    assert "".join(pieces) == seen
    assert raised.value.detail


def test_an_endless_answer_is_stopped(server: Misbehaving) -> None:
    with pytest.raises(ModelError) as raised:
        model(server.url("endless")).complete(ASK, max_tokens=100)
    assert type(raised.value) in (ModelGarbled, ModelTimeout)


def test_a_good_server_is_understood(server: Misbehaving) -> None:
    done = model(server.url("well"), key="cle").complete(ASK)
    assert (done.text.strip(), done.finish, done.completion_tokens) == (SENTENCE, "fin", None)
    assert done.energy.watt_hours is None
    _, body, headers = server.requests[0]
    assert headers["Authorization"] == "Bearer cle"
    assert (body["model"], body["temperature"], body["stream"]) == ("essai", 0.0, True)


def test_busy_once_is_asked_again(server: Misbehaving) -> None:
    assert model(server.url("busyonce")).complete(ASK).text.strip() == SENTENCE
    assert len(server.requests) == 2


def test_busy_is_asked_three_times_at_most(server: Misbehaving) -> None:
    with pytest.raises(ModelBusy):
        model(server.url("busy")).complete(ASK)
    assert len(server.requests) == 3


def test_fields_that_a_server_refuses_are_left_out_from_then_on(server: Misbehaving) -> None:
    picky = model(server.url("picky"))
    for _ in range(2):
        assert picky.complete(ASK, schema=SCHEMA).text == '{"ville": "Arras"}'
    assert len(server.requests) == 4


def test_an_answer_that_breaks_the_schema_is_invalid(server: Misbehaving) -> None:
    with pytest.raises(InvalidAnswer):
        model(server.url("notschema")).complete(ASK, schema=SCHEMA)


def test_a_server_that_forgets_to_end_is_understood(server: Misbehaving) -> None:
    assert model(server.url("forgets")).complete(ASK).text == "Bonjour."


def test_the_turn_in_the_queue_is_told(server: Misbehaving) -> None:
    chunks = list(model(server.url("queued")).stream(ASK))
    turns = [chunk.wait for chunk in chunks if chunk.wait]
    assert [(turn.position, turn.seconds) for turn in turns] == [(2, 1.5), (1, 1.5)]


@pytest.mark.parametrize("way", ["well", "stalls", "endless", "silent"])
def test_closing_the_stream_leaves_the_server(server: Misbehaving, way: str) -> None:
    stream = model(server.url(way)).stream(ASK)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert way == "well" or server.left.wait(5)


def test_a_key_with_a_line_break_is_refused_before_it_is_sent(server: Misbehaving) -> None:
    with pytest.raises(ModelRefused):
        model(server.url("well"), "a\nb").complete(ASK)
    assert server.requests == []


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ModelUnavailable):
        model(f"http://127.0.0.1:{port}/v1").complete(ASK)


@pytest.mark.parametrize(
    ("url", "key", "kind"),
    [
        ("ftp://127.0.0.1/v1", "", ModelUnavailable),
        ("pas une adresse", "", ModelUnavailable),
        ("http://127.0.0.1:99999999/v1", "", ModelUnavailable),
        ("http://127.0.0.1:1/v1", "clé", ModelRefused),
    ],
)
def test_wrong_settings_are_errors_of_ours(url: str, key: str, kind: type[ModelError]) -> None:
    with pytest.raises(ModelError) as raised:
        model(url, key).complete(ASK)
    assert isinstance(raised.value, kind), repr(raised.value.detail)
