"""Messages of another program: masked, sent, restored, stopped."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from beffroi.drafting.policy import Policy
from beffroi.drafting.relay import dress, relay
from beffroi.errors import ModelCutOff, PolicyRefused
from beffroi.llm.scripted import SCRIPTED_INFO, Broken, Call, ScriptedModel
from beffroi.llm.types import Message
from beffroi.privacy import Lists

FAR = replace(SCRIPTED_INFO, place="france_ue")
NAME = "Mme Jeanne Dupontel"
SAID = [
    Message(role="system", content="Répondez en français."),
    Message(role="user", content=f"Écrivez à {NAME}, jeanne.dupontel@exemple.fr."),
]


def echo(call: Call) -> str:
    return call.last


def answer(model: ScriptedModel, messages: list[Message] = SAID, **options: object) -> str:
    dressed = dress(messages, model=model)
    pieces = list(relay(dressed, model=model, **options))  # type: ignore[arg-type]
    assert pieces[-1].completion is not None
    assert "".join(piece.text for piece in pieces) == pieces[-1].completion.text
    return pieces[-1].completion.text


@pytest.mark.parametrize("piece", [1, 3, 12, 500])
def test_a_far_model_reads_tokens_and_the_answer_has_names(piece: int) -> None:
    model = ScriptedModel(echo, info=FAR, piece=piece)
    assert answer(model) == SAID[1].content
    read = " ".join(message.content for message in model.calls[0].messages)
    assert "Dupontel" not in read and "exemple.fr" not in read and "[FEMME_1]" in read


def test_a_model_of_this_machine_reads_the_words_themselves() -> None:
    model = ScriptedModel(echo)
    answer(model)
    assert model.calls[0].messages == tuple(SAID)
    assert dress(SAID, model=model).counts == {}


def test_the_counts_say_how_many_never_who() -> None:
    counts = dress(SAID, model=ScriptedModel(echo, info=FAR)).counts
    assert counts == {"email": 1, "person": 1}


def test_the_lists_of_the_house_are_kept() -> None:
    model = ScriptedModel(echo, info=FAR)
    lists = Lists(officials=("Jeanne Dupontel",))
    told = dress(SAID, model=model, lists=lists).messages[1].content
    assert "Jeanne Dupontel" in told and "jeanne.dupontel@" not in told


def test_the_charter_refuses_before_anything_is_sent() -> None:
    model = ScriptedModel(echo, info=FAR)
    with pytest.raises(PolicyRefused):
        dress(SAID, model=model, policy=Policy(), data_class="sensible")
    assert model.calls == []


SCHEMA = {
    "type": "object",
    "properties": {"destinataire": {"type": "string", "enum": [NAME, "Personne"]}},
    "required": ["destinataire"],
}


def test_a_name_in_a_schema_is_masked_and_the_answer_stays_json() -> None:
    def choose(call: Call) -> str:
        assert call.schema is not None
        values = call.schema["properties"]["destinataire"]["enum"]
        assert "Dupontel" not in json.dumps(call.schema)
        return json.dumps({"destinataire": values[0]})

    model = ScriptedModel(choose, info=FAR, piece=2)
    dressed = dress(SAID, model=model, schema=SCHEMA)
    text = "".join(chunk.text for chunk in relay(dressed, model=model))
    assert json.loads(text) == {"destinataire": NAME}


def test_what_is_put_back_in_json_is_written_as_json() -> None:
    lines = "12 rue des Lilas\n25000 Besançon"
    model = ScriptedModel('{"adresse": "[ADRESSE_1]"}', info=FAR, piece=1)
    said = [Message(role="user", content=f"J’habite {lines}.")]
    dressed = dress(said, model=model, schema={"type": "object"})
    text = "".join(chunk.text for chunk in relay(dressed, model=model))
    assert json.loads(text)["adresse"].split() == lines.split()


@pytest.mark.parametrize("piece", [1, 2, 7, 100])
@pytest.mark.parametrize(
    ("stop", "expected"),
    [
        (["FIN"], "un deux "),
        (["absent"], "un deux FIN trois FI"),
        (["deux", "FIN"], "un "),
        (["FIN trois FIN"], "un deux FIN trois FI"),
        ([""], "un deux FIN trois FI"),
    ],
)
def test_an_answer_ends_before_a_stop(piece: int, stop: list[str], expected: str) -> None:
    model = ScriptedModel("un deux FIN trois FI", piece=piece)
    assert answer(model, stop=stop) == expected


def test_a_stop_closes_the_model() -> None:
    model = ScriptedModel("un deux FIN " + "trois " * 50, piece=4)
    answer(model, stop=["FIN"])
    assert model.stopped == 1


def test_a_model_that_dies_says_so() -> None:
    model = ScriptedModel(Broken("La rue", ModelCutOff()))
    with pytest.raises(ModelCutOff):
        list(relay(dress(SAID, model=model), model=model))
