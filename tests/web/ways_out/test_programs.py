"""Programs: the API, the tools of MCP (which call it) and the gateway, before a model outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openai
import pytest

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.openings import actions
from web.knowledge.conftest import Shelf
from web.openings.conftest import Call
from web.openings.test_mcp import ask
from web.ways_out.capturing import CLEAR, Capturing
from web.ways_out.test_pages import ASKED, POOL
from web_served import served

Make = Callable[..., actions.Made]


def test_a_draft_by_the_api(outside: Collectivite, call: Call) -> None:
    answer = call("clarifier", {"modele": "langage-clair", "values": {"texte": CLEAR}})
    assert "Quéméneur" in answer.json()["text"]


def test_a_question_by_the_api(outside: Collectivite, call: Call, shelf: Shelf) -> None:
    shelf.paste("Piscine", POOL)
    assert "Quéméneur" in call("demander", {"question": ASKED}).json()["answer"]


@pytest.mark.parametrize("stream", [False, True])
def test_the_gateway(
    transactional_db: None, outside: Collectivite, key: Make, stream: bool
) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "description": CLEAR}}}
    shape = {"type": "json_schema", "json_schema": {"name": "r", "schema": schema}}
    with served() as address:
        client = openai.OpenAI(
            api_key=key().secret, base_url=f"{address}/v1", max_retries=0
        ).chat.completions
        said: Any = [{"role": "system", "content": CLEAR}, {"role": "user", "content": CLEAR}]
        found: Any = client.create(model="beffroi", messages=said, stream=stream)
        if stream:
            text = "".join(c.choices[0].delta.content or "" for c in found if c.choices)
        else:
            text = found.choices[0].message.content
        client.create(model="beffroi", messages=said, response_format=shape)  # type: ignore[call-overload]
    assert text == CLEAR


def test_vectors_are_made_here(
    transactional_db: None, outside: Collectivite, key: Make, server: Capturing
) -> None:
    """No encoder is asked outside: what is to be encoded stays."""
    with served() as address:
        client = openai.OpenAI(api_key=key().secret, base_url=f"{address}/v1", max_retries=0)
        client.embeddings.create(model="beffroi", input=[CLEAR])
    assert server.requests == []
    server.idle = True


def test_the_tools_of_mcp(transactional_db: None, outside: Collectivite, key: Make) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("ecrire_un_brouillon", {"modele": "langage-clair", "champs": {"texte": CLEAR}}),
        ("poser_une_question", {"question": CLEAR}),
        ("masquer_les_donnees_personnelles", {"texte": CLEAR}),
    ]
    with served() as address:
        drafted, _, masked = ask(address, key().secret, calls)["answers"]
    assert "Quéméneur" in drafted[1] and "Quéméneur" not in masked[1]
