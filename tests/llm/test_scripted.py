"""The scripted model: what it is told, it says; what it was asked, it keeps."""

from __future__ import annotations

import pytest

from beffroi.errors import (
    InvalidAnswer,
    ModelBusy,
    ModelCutOff,
    ModelError,
    ModelGarbled,
    ModelRefused,
    ModelUnavailable,
)
from beffroi.llm import ChatModel, Message
from beffroi.llm.scripted import Broken, ScriptedModel

ASK = [Message(role="system", content="Soyez bref."), Message(role="user", content="Bonjour ?")]


def errors(kind: type[ModelError] = ModelError) -> list[type[ModelError]]:
    return [kind, *(found for child in kind.__subclasses__() for found in errors(child))]


def test_it_is_a_chat_model() -> None:
    assert isinstance(ScriptedModel("oui"), ChatModel)


def test_one_answer_serves_every_call_and_calls_are_kept() -> None:
    model = ScriptedModel("oui")
    assert [model.complete(ASK, max_tokens=7).text for _ in range(2)] == ["oui", "oui"]
    assert [call.last for call in model.calls] == ["Bonjour ?"] * 2
    assert model.calls[0].max_tokens == 7


def test_a_sequence_answers_in_order_then_is_unavailable() -> None:
    model = ScriptedModel(["un", lambda call: call.last.upper(), ModelBusy()])
    assert model.complete(ASK).text == "un"
    assert model.complete(ASK).text == "BONJOUR ?"
    with pytest.raises(ModelBusy):
        model.complete(ASK)
    with pytest.raises(ModelUnavailable):
        model.complete(ASK)


@pytest.mark.parametrize("kind", errors())
def test_it_raises_any_model_error_both_ways(kind: type[ModelError]) -> None:
    model = ScriptedModel(kind())
    with pytest.raises(kind):
        model.complete(ASK)
    with pytest.raises(kind):
        list(model.stream(ASK))


def test_a_stream_comes_in_pieces_and_ends_with_the_whole() -> None:
    chunks = list(ScriptedModel("L’été à Étretat.", piece=3).stream(ASK))
    assert all(len(chunk.text) <= 3 for chunk in chunks)
    assert "".join(chunk.text for chunk in chunks) == "L’été à Étretat."
    assert [chunk.completion is None for chunk in chunks] == [True] * (len(chunks) - 1) + [False]
    assert chunks[-1].completion is not None
    assert chunks[-1].completion.text == "L’été à Étretat."


def test_a_broken_stream_gives_its_beginning_then_the_error() -> None:
    model = ScriptedModel(Broken("La rue est fer", ModelCutOff()))
    seen = []
    with pytest.raises(ModelCutOff):
        for chunk in model.stream(ASK):
            seen.append(chunk.text)
    assert "".join(seen) == "La rue est fer"
    with pytest.raises(ModelCutOff):
        model.complete(ASK)


def test_closing_a_stream_is_noticed() -> None:
    model = ScriptedModel("un texte assez long", piece=2)
    stream = model.stream(ASK)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert model.stopped == 1


def test_max_tokens_shortens_and_says_so() -> None:
    done = ScriptedModel("un deux trois quatre").complete(ASK, max_tokens=2)
    assert (done.text, done.finish) == ("un deux", "longueur")
    last = list(ScriptedModel("un deux trois").stream(ASK, max_tokens=1))[-1]
    assert last.completion is not None
    assert (last.completion.text, last.completion.finish) == ("un", "longueur")


@pytest.mark.parametrize("answer", ["pas du JSON", '{"autre": 1}', '{"oui": "non"}'])
def test_a_schema_is_held(answer: str) -> None:
    schema = {"type": "object", "properties": {"oui": {"type": "integer"}}, "required": ["oui"]}
    assert ScriptedModel('{"oui": 1}').complete(ASK, schema=schema).text == '{"oui": 1}'
    with pytest.raises(InvalidAnswer):
        ScriptedModel(answer).complete(ASK, schema=schema)
    with pytest.raises(InvalidAnswer):
        list(ScriptedModel(answer).stream(ASK, schema=schema))


def test_nothing_asked_and_nothing_answered_are_errors() -> None:
    with pytest.raises(ModelRefused):
        ScriptedModel("oui").complete([])
    with pytest.raises(ModelGarbled):
        ScriptedModel("").complete(ASK)
