"""What every ChatModel owes, whatever stands behind it: one test for all the adapters."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from beffroi.errors import InvalidAnswer, ModelRefused, PromptTooLong
from beffroi.llm import ChatModel, Message, ModelInfo
from beffroi.llm.embedded import EmbeddedModel
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.process import ensure, stop
from beffroi.llm.scripted import Call, ScriptedModel
from beffroi.llm.shared import SharedModel

INFO = ModelInfo(name="smollm2", title="SmolLM2", place="machine", context_tokens=1024)
ASK = [
    Message(role="system", content="You answer in one short sentence."),
    Message(role="user", content="Where is the town hall?"),
]
SCHEMA = {
    "type": "object",
    "properties": {"open": {"type": "boolean"}, "day": {"enum": ["lundi", "mardi"]}},
    "required": ["open", "day"],
    "additionalProperties": False,
}


def scripted_answer(call: Call) -> str:
    return '{"open": true, "day": "lundi"}' if call.schema else "It is in the main square. " * 4


@pytest.fixture(scope="module", params=["scripted", "embedded", "shared", "http"])
def model(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ChatModel]:
    if request.param == "scripted":
        yield ScriptedModel(scripted_answer, info=INFO)
        return
    tiny: Path = request.getfixturevalue("tiny_model")
    if request.param == "embedded":
        embedded = EmbeddedModel(tiny, info=INFO, threads=1)
        yield embedded
        embedded.close()
        return
    home = tmp_path_factory.mktemp("instance")
    shared = SharedModel(tiny, info=INFO, home=home, owner="a", idle=60, threads=1)
    if request.param == "shared":
        yield shared
    else:
        address = ensure(home, shared._job)
        yield OpenAICompatible(url=f"{address.url}/v1", key=address.key, info=INFO)
    assert stop(home)


pytestmark = pytest.mark.model


def test_it_says_what_it_is(model: ChatModel) -> None:
    assert isinstance(model, ChatModel)
    assert (model.info.place, model.info.context_tokens) == ("machine", 1024)


def test_a_whole_answer(model: ChatModel) -> None:
    done = model.complete(ASK, max_tokens=24)
    assert done.text.strip()
    assert done.model == model.info.name
    assert done.finish in ("fin", "longueur")
    assert done.prompt_tokens and done.completion_tokens
    assert done.seconds >= 0
    assert done.energy.watt_hours is None or done.energy.watt_hours > 0
    assert (done.energy.watt_hours is None) == (done.energy.method == "inconnue")


def test_pieces_make_the_whole_and_only_the_last_bears_it(model: ChatModel) -> None:
    chunks = list(model.stream(ASK, max_tokens=24))
    assert [chunk.completion is not None for chunk in chunks[-2:]] == [False, True]
    assert sum(chunk.completion is not None for chunk in chunks) == 1
    assert "".join(chunk.text for chunk in chunks) == chunks[-1].completion.text  # type: ignore[union-attr]
    assert sum(bool(chunk.text) for chunk in chunks) > 2


def test_max_tokens_is_obeyed_and_told(model: ChatModel) -> None:
    done = model.complete(ASK, max_tokens=3)
    assert done.finish == "longueur"
    assert done.completion_tokens is not None and done.completion_tokens <= 3


@pytest.mark.parametrize("streamed", [False, True])
def test_a_schema_is_followed(model: ChatModel, streamed: bool) -> None:
    if streamed:
        done = list(model.stream(ASK, schema=SCHEMA, max_tokens=60))[-1].completion
    else:
        done = model.complete(ASK, schema=SCHEMA, max_tokens=60)
    assert done is not None
    assert set(json.loads(done.text)) == {"open", "day"}


def test_an_answer_too_short_for_its_schema_is_invalid(model: ChatModel) -> None:
    with pytest.raises(InvalidAnswer):
        model.complete(ASK, schema=SCHEMA, max_tokens=2)


def test_a_prompt_that_does_not_fit_is_refused_in_french(model: ChatModel) -> None:
    long = [Message(role="user", content="La rue est fermée. " * 400)]
    with pytest.raises(PromptTooLong) as raised:
        model.complete(long)
    assert "trop long" in raised.value.message or "unités" in raised.value.message
    with pytest.raises(PromptTooLong):
        list(model.stream(long))


def test_no_message_is_refused(model: ChatModel) -> None:
    with pytest.raises(ModelRefused):
        model.complete([])
    with pytest.raises(ModelRefused):
        list(model.stream([]))


def test_after_a_stream_is_closed_the_next_request_is_served(model: ChatModel) -> None:
    stream = model.stream([Message(role="user", content="Tell a long story.")], max_tokens=800)
    next(chunk for chunk in stream if chunk.text)
    stream.close()  # type: ignore[attr-defined]
    assert model.complete(ASK, max_tokens=4).text


def test_two_at_once_are_both_served(model: ChatModel) -> None:
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda: answers.append(model.complete(ASK, max_tokens=8).text))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 2 and all(answers)
