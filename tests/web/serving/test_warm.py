"""The process that runs jobs has what answers and rules need before the first question or text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beffroi.french import parsing as parse
from beffroi_web.accounts.models import User
from beffroi_web.assistants import run, warming
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.knowledge.models import Collection
from beffroi_web.serving import work


@pytest.mark.django_db
def test_the_grammar_is_there_once_warm() -> None:
    parse._pipeline.cache_clear()
    work.warm()
    assert parse._pipeline.cache_info().currsize == 1


@pytest.mark.django_db
def test_each_authority_that_has_documents_is_asked_once(
    collectivite: Collectivite,
    neighbour: Collectivite,
    person: Callable[..., User],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Collectivite] = []
    monkeypatch.setattr(
        run, "events", lambda *words, collectivite, **more: asked.append(collectivite) or []
    )
    author = person(collectivite, Role.AGENT)
    Collection.objects.create(collectivite=collectivite, name="Règlements", author=author)
    warming.warm_all()
    assert asked == [collectivite]
