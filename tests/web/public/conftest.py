"""An open page, a collection open to inhabitants with one document, and a visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from beffroi.embedding.scripted import ScriptedEmbedder
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import adding, index
from beffroi_web.knowledge.models import Collection
from beffroi_web.public.limits import Limit
from beffroi_web.public.models import PublicPage
from beffroi_web.public.views import open_page
from web.knowledge.conftest import own_index  # noqa: F401

PISCINE = (
    "La piscine municipale ouvre à 9 heures du mardi au dimanche. Elle ferme en août. "
    "Mme Jeanne Dupontel accueille à la piscine."
)
SECRET = "La piscine du personnel ouvre à 7 heures."


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody has asked anything yet; opening the index beside is for real visitors."""
    for name in ("_QUESTIONS", "_MESSAGES", "_OPINIONS"):
        limit: Any = getattr(open_page, name)
        monkeypatch.setattr(open_page, name, Limit(limit._rules))
    monkeypatch.setattr(open_page, "warm_aside", lambda collectivite: None)
    monkeypatch.setattr(index, "embedder", ScriptedEmbedder)
    yield


@pytest.fixture
def page(collectivite: Collectivite, person: Callable[..., User]) -> PublicPage:
    """What inhabitants may read, what only agents may, and the page, open."""
    user = person(collectivite, Role.ADMINISTRATEUR)
    collectivite.telephone = "03 99 00 12 00"
    collectivite.email = "mairie@valmont.test"
    collectivite.hours = "Du lundi au vendredi, de 9 h à 12 h"
    collectivite.save()
    for name, public, text in (("Fiches", True, PISCINE), ("Interne", False, SECRET)):
        row = Collection.objects.create(
            collectivite=collectivite, name=name, house=True, public=public, author=user
        )
        adding.paste(row, {"titre": f"Piscine ({name})", "texte": text}, user=user)
    run_waiting()
    return PublicPage.objects.create(
        collectivite=collectivite, slug="valmont", open=True, opened_by=user
    )


@pytest.fixture
def ask(page: PublicPage) -> Callable[..., Any]:
    """``ask("…")`` is the answer to a visitor without cookie nor script."""

    def post(question: str, **given: Any) -> Any:
        client = Client(enforce_csrf_checks=True, REMOTE_ADDR=given.pop("address", "192.0.2.1"))
        answer = client.post("/public/valmont/", {"question": question, **given})
        answer.text = answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
        assert not answer.cookies
        return answer

    return post
