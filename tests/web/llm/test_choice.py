"""The model of an authority: chosen, kept secret, tried, told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.llm.choose import choice_of, model_for, policy_of, state_of
from beffroi_web.llm.models import Kind, ModelChoice
from beffroi_web.llm.seal import seal, unseal

SERVER = {
    "kind": "serveur",
    "url": "http://127.0.0.1:9/v1",
    "key": "clé-très-secrète",
    "model": "un-modele",
    "place": "maison",
    "context_tokens": "8192",
}


@pytest.fixture
def admin(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite, Role.ADMINISTRATEUR)


def test_without_anything_there_is_no_model(collectivite: Collectivite) -> None:
    assert model_for(collectivite) is None
    assert state_of(collectivite).kind == "aucun"


def test_a_server_answers_at_once_and_its_key_is_never_shown(
    admin: Client, collectivite: Collectivite
) -> None:
    admin.post("/modele-de-langage/regler/", SERVER)
    model = model_for(collectivite)
    assert isinstance(model, OpenAICompatible)
    assert (model.info.name, model.info.place) == ("un-modele", "maison")
    row = choice_of(collectivite)
    assert SERVER["key"] not in row.sealed_key and unseal(row.sealed_key) == SERVER["key"]
    assert SERVER["key"] not in admin.get("/modele-de-langage/regler/").content.decode()
    assert "Modèle de la maison" in admin.get("/").content.decode()
    admin.post("/modele-de-langage/regler/", {**SERVER, "key": ""})
    assert unseal(choice_of(collectivite).sealed_key) == SERVER["key"]


def test_a_server_that_does_not_answer_is_explained(admin: Client) -> None:
    admin.post("/modele-de-langage/regler/", SERVER)
    page = admin.post("/modele-de-langage/essayer/").content.decode()
    assert "Essai" in page and 'class="note stop"' in page


def test_what_is_missing_is_asked(admin: Client) -> None:
    answer = admin.post("/modele-de-langage/regler/", {**SERVER, "url": "", "model": "m"})
    assert answer.status_code == 422 and "Il faut le remplir" in answer.content.decode()


def test_an_authority_may_want_none(collectivite: Collectivite) -> None:
    ModelChoice.objects.create(collectivite=collectivite, kind=Kind.AUCUN)
    assert model_for(collectivite) is None
    assert "sans modèle" in state_of(collectivite).detail


def test_an_agent_sees_the_state_and_sets_nothing(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    agent = signed_in(collectivite, Role.AGENT)
    assert "Changer de modèle" not in agent.get("/modele-de-langage/").content.decode()
    assert agent.get("/modele-de-langage/regler/").status_code == 302
    for action in ("essayer", "installer"):
        assert agent.post(f"/modele-de-langage/{action}/").status_code == 403


def test_the_charter_of_the_authority_is_followed(collectivite: Collectivite) -> None:
    collectivite.policy = {"interne": "maison"}
    assert policy_of(collectivite).farthest["interne"] == "maison"


@pytest.mark.parametrize("secret", ["", "a", "é" * 50])
def test_seal(secret: str) -> None:
    assert unseal(seal(secret)) == secret


def test_a_seal_of_another_instance_opens_to_nothing() -> None:
    assert unseal("gAAAAA-not-ours") == ""
