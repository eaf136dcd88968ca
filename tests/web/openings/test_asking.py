"""A program asks the documents: only those that its key may read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from beffroi.llm.scripted import SCRIPTED_INFO, ScriptedModel
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import adding
from beffroi_web.knowledge.models import Collection
from beffroi_web.openings import actions, asking
from web.knowledge.conftest import own_index  # noqa: F401
from web.openings.test_api import held

Call = Callable[..., Any]
Make = Callable[..., actions.Made]
AGENT = "Mme Jeanne Dupontel accueille à la piscine."
QUESTION = "À quelle heure ouvre la piscine municipale ?"


@pytest.fixture
def voirie(collectivite: Collectivite, neighbour: Collectivite, person: Any) -> Direction:
    """A document of the house, one of a direction, one of the neighbour."""
    direction = Direction.objects.create(collectivite=collectivite, name="Voirie")
    for house, name, opened, to, text in (
        (collectivite, "Maison", True, None, f"La piscine municipale ouvre à 9 heures. {AGENT}"),
        (collectivite, "Voirie", False, direction, "La piscine municipale ouvre à 6 heures."),
        (collectivite, "Perdue", False, None, "La piscine municipale ouvre à 5 heures."),
        (neighbour, "Voisin", True, None, "La piscine municipale ouvre à 4 heures."),
    ):
        user: User = person(house, Role.ADMINISTRATEUR)
        row = Collection.objects.create(
            collectivite=house, name=name, house=opened, direction=to, author=user
        )
        adding.paste(row, {"titre": f"Piscine {name}", "texte": text}, user=user)
    run_waiting()
    return direction


def titles(answer: Any) -> set[str]:
    return {row["document"] for row in held("ReponseDocuments", answer)["passages"]}


def test_the_search_stops_at_the_rights_of_the_key(
    call: Call, key: Make, voirie: Direction
) -> None:
    asked = {"question": QUESTION, "limit": 20}
    assert titles(call("documents", asked, secret=key().secret)) == {"Piscine Maison"}
    found = titles(call("documents", asked, secret=key(direction=voirie).secret))
    assert found == {"Piscine Maison", "Piscine Voirie"}


def test_an_answer_quotes_and_follows_the_document(call: Call, voirie: Direction) -> None:
    asked = {"id": 7, "question": QUESTION, "sans_modele": True}
    answer = held("ReponseDemander", call("demander", asked))
    assert (answer["id"], answer["status"], answer["model"]) == (7, "repondu", "")
    assert "9 heures" in answer["answer"] and "6 heures" not in answer["answer"]
    cited = answer["citations"][0]
    assert cited["end"] - cited["start"] == len(cited["text"])


@pytest.mark.parametrize(
    ("question", "status"),
    [("Comment élever des lamas ?", "pas_trouve"), ("je veux mourir", "urgence")],
)
def test_what_is_not_there_and_what_is_urgent(
    call: Call, voirie: Direction, question: str, status: str
) -> None:
    asked = {"question": question, "sans_modele": True}
    assert held("ReponseDemander", call("demander", asked))["status"] == status


def test_a_far_model_reads_no_name(
    call: Call, voirie: Direction, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = replace(SCRIPTED_INFO, place="france_ue")
    model = ScriptedModel(lambda said: "La piscine ouvre à 9 heures. [1]", info=far)
    monkeypatch.setattr(asking, "model_for", lambda *_, **__: model)
    asked = {"question": QUESTION}
    held("ReponseDemander", call("demander", asked))
    told = " ".join(message.content for one in model.calls for message in one.messages)
    assert model.calls and "Dupontel" not in told


def test_a_charter_that_refuses_gives_the_documents(
    call: Call, key: Make, voirie: Direction, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = replace(SCRIPTED_INFO, place="ailleurs")
    model = ScriptedModel("x", info=far)
    monkeypatch.setattr(asking, "model_for", lambda *_, **__: model)
    secret = key(data_class="sensible").secret
    answer = held("ReponseDemander", call("demander", {"question": QUESTION}, secret=secret))
    assert "9 heures" in answer["answer"] and model.calls == []


def test_the_scope_is_asked_for(call: Call, key: Make) -> None:
    secret = key(scopes=["verifier"]).secret
    assert call("documents", {"question": "x"}, secret=secret).status_code == 403
