"""The gateway, asked by the real client of OpenAI, before a server that keeps what it receives."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import openai
import pytest
from django.utils import timezone

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal.models import Entry
from beffroi_web.llm.models import ModelChoice
from beffroi_web.openings import actions
from beffroi_web.openings.models import Key
from beffroi_web.openings.views import gateway
from contract.misbehaving import Misbehaving
from e2e.model_server import model_server
from web_served import served

Make = Callable[..., actions.Made]
Connect = Callable[..., openai.OpenAI]

NAME = "Mme Jeanne Dupontel"
SAID: list[Any] = [
    {"role": "developer", "content": "Répétez."},
    {"role": "user", "content": [{"type": "text", "text": f"Écrivez à {NAME} demain."}]},
]


@pytest.fixture
def upstream() -> Iterator[Misbehaving]:
    with model_server() as server:
        yield server


@pytest.fixture
def choose(
    transactional_db: None, collectivite: Collectivite, upstream: Misbehaving
) -> Callable[..., None]:
    """``choose("redige")`` makes the authority use the server that answers that way."""

    def keep(way: str, place: str = "france_ue") -> None:
        ModelChoice.objects.create(
            collectivite=collectivite,
            kind="serveur" if way else "aucun",
            url=f"http://127.0.0.1:{upstream.server_address[1]}/{way}/v1",
            model="essai",
            place=place,
        )

    return keep


@pytest.fixture
def connect(transactional_db: None, key: Make) -> Iterator[Connect]:
    with served() as address:

        def client(**given: Any) -> openai.OpenAI:
            secret = key(**given).secret
            return openai.OpenAI(api_key=secret, base_url=f"{address}/v1", max_retries=0)

        yield client


def received(upstream: Misbehaving) -> str:
    return json.dumps([body for _, body, _ in upstream.requests], ensure_ascii=False)


def test_whole_answer_masked_on_the_way(
    choose: Callable[..., None], connect: Connect, upstream: Misbehaving, collectivite: Collectivite
) -> None:
    choose("redige")
    answer = connect().chat.completions.create(model="beffroi", messages=SAID)
    assert answer.choices[0].message.content == f"Écrivez à {NAME} demain."
    assert answer.choices[0].finish_reason == "stop" and answer.model == "essai"
    assert "Dupontel" not in received(upstream) and "[FEMME_1]" in received(upstream)
    lines = {line.act: line.details for line in Entry.objects.for_(collectivite)}
    assert lines["confidentialite.masque"] == '{"person":1}'
    assert json.loads(lines["modele.appel"]) == {"modele": "essai", "lieu": "france_ue"}


def test_streamed_answer_masked_on_the_way(
    choose: Callable[..., None], connect: Connect, upstream: Misbehaving
) -> None:
    choose("redige")
    chunks = list(
        connect().chat.completions.create(
            model="essai", messages=SAID, stream=True, stream_options={"include_usage": True}
        )
    )
    pieces = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(pieces) == f"Écrivez à {NAME} demain."
    assert sum(bool(piece) for piece in pieces) > 1
    assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == "stop"
    assert len({chunk.id for chunk in chunks}) == 1 and chunks[-1].choices == []
    assert "Dupontel" not in received(upstream)


def test_a_model_of_the_machine_reads_in_clear(
    choose: Callable[..., None], connect: Connect, upstream: Misbehaving
) -> None:
    choose("redige", place="machine")
    connect().chat.completions.create(model="beffroi", messages=SAID)
    assert "Dupontel" in received(upstream)


def test_stop_ends_the_answer(choose: Callable[..., None], connect: Connect) -> None:
    choose("well")
    answer = connect().chat.completions.create(model="beffroi", messages=SAID, stop=["est fermée"])
    assert answer.choices[0].message.content == "La rue des Lilas "


def test_the_charter_refuses_sensitive_data(
    choose: Callable[..., None], connect: Connect, upstream: Misbehaving
) -> None:
    choose("redige")
    with pytest.raises(openai.PermissionDeniedError) as refused:
        connect(data_class="sensible").chat.completions.create(model="beffroi", messages=SAID)
    assert refused.value.code == "charte.refus" and upstream.requests == []


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("way", ["", "vanishesearly"])
def test_no_model_is_an_error_of_openai_in_french(
    choose: Callable[..., None], connect: Connect, way: str, stream: bool
) -> None:
    choose(way)
    with pytest.raises(openai.InternalServerError) as refused:
        list(
            connect().chat.completions.create(model="beffroi", messages=SAID, stream=stream)  # type: ignore[call-overload]
        )
    assert refused.value.status_code in (502, 503) and "modèle" in refused.value.message
    assert str(refused.value.code).startswith("modele.") and refused.value.type == "server_error"


def test_a_stream_that_dies_says_so_inside(
    choose: Callable[..., None], connect: Connect, collectivite: Collectivite
) -> None:
    choose("cut")
    stream = connect().chat.completions.create(model="beffroi", messages=SAID, stream=True)
    with pytest.raises(openai.APIError, match="coupée"):
        list(stream)
    assert Entry.objects.for_(collectivite).filter(act="modele.echec").exists()


def test_a_key_revoked_in_mid_stream_stops_the_answer(
    choose: Callable[..., None],
    connect: Connect,
    collectivite: Collectivite,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gateway, "LOOK_AGAIN", 0.0)
    choose("lent")
    stream = connect().chat.completions.create(model="beffroi", messages=SAID, stream=True)
    pieces = iter(stream)
    next(pieces)
    Key.objects.for_(collectivite).update(revoked_at=timezone.now())
    with pytest.raises(openai.APIError, match="clé"):
        list(pieces)


def test_a_tool_that_goes_away_stops_the_model(
    choose: Callable[..., None], connect: Connect, collectivite: Collectivite
) -> None:
    choose("lent")
    stream = connect().chat.completions.create(model="beffroi", messages=SAID, stream=True)
    next(iter(stream))
    stream.close()
    deadline = time.monotonic() + 20
    acts = Entry.objects.for_(collectivite)
    while not acts.filter(act="modele.appel").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert acts.filter(act="modele.appel").count() == 1, "the call is in the journal all the same"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"n": 2}, "une seule réponse"),
        ({"tools": [{"type": "function", "function": {"name": "x"}}]}, "outils"),
        ({"logprobs": True}, "probabilités"),
        ({"response_format": {"type": "json_schema", "json_schema": {"name": "r"}}}, "se lit pas"),
        (
            {
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "r", "schema": {"$ref": "http://127.0.0.1/x"}},
                }
            },
            "renvoyer",
        ),
        (
            {
                "messages": [
                    {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}
                ]
            },
            "que du texte",
        ),
        ({"messages": [{"role": "tool", "content": "x", "tool_call_id": "y"}]}, "outils"),
    ],
)
def test_what_is_not_done_is_refused_in_words(
    choose: Callable[..., None], connect: Connect, given: dict[str, Any], words: str
) -> None:
    choose("redige")
    with pytest.raises(openai.BadRequestError, match=words):
        connect().chat.completions.create(**{"model": "beffroi", "messages": SAID, **given})


def test_settings_without_effect_are_named(choose: Callable[..., None], connect: Connect) -> None:
    choose("redige")
    answer = connect().chat.completions.with_raw_response.create(
        model="beffroi", messages=SAID, top_p=0.3, seed=4
    )
    assert answer.headers["X-Beffroi-Ignore"] == "seed, top_p"


def test_doors(choose: Callable[..., None], connect: Connect) -> None:
    choose("redige")
    with pytest.raises(openai.NotFoundError, match="beffroi"):
        connect().chat.completions.create(model="autre", messages=SAID)
    with pytest.raises(openai.PermissionDeniedError):
        connect(scopes=["verifier"]).models.list()
    client = connect(quota=1)
    assert [row.id for row in client.models.list()][:2] == ["beffroi", "essai"]
    with pytest.raises(openai.RateLimitError) as refused:
        client.models.list()
    assert int(refused.value.response.headers["Retry-After"]) > 0
    with pytest.raises(openai.AuthenticationError):
        openai.OpenAI(api_key="bfr_faux", base_url=str(client.base_url)).models.list()


def test_structured_answers(
    choose: Callable[..., None], connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from beffroi.llm.scripted import SCRIPTED_INFO, ScriptedModel
    from beffroi_web.openings import conversation

    far = replace(SCRIPTED_INFO, place="france_ue")
    model = ScriptedModel('{"destinataire": "[FEMME_1]"}', info=far, piece=5)
    monkeypatch.setattr(conversation, "model_for", lambda *_, **__: model)
    schema = {
        "type": "object",
        "properties": {"destinataire": {"type": "string"}},
        "required": ["destinataire"],
    }
    answer = connect().chat.completions.create(
        model="scripted",
        messages=SAID,
        response_format={"type": "json_schema", "json_schema": {"name": "r", "schema": schema}},
    )
    assert json.loads(str(answer.choices[0].message.content)) == {"destinataire": "Jeanne Dupontel"}
    assert answer.usage is not None and answer.usage.total_tokens > 0


def test_vectors_are_made_on_this_machine(
    choose: Callable[..., None], connect: Connect, upstream: Misbehaving
) -> None:
    choose("redige")
    client = connect()
    for options in ({}, {"encoding_format": "float"}):
        found = client.embeddings.create(model="beffroi", input=["bonjour", "mairie"], **options)  # type: ignore[arg-type]
        assert [len(row.embedding) for row in found.data] == [512, 512]
        assert abs(sum(value**2 for value in found.data[0].embedding) - 1) < 1e-3
    assert upstream.requests == []
    with pytest.raises(openai.BadRequestError, match="512"):
        client.embeddings.create(model="beffroi", input="a", dimensions=64)
