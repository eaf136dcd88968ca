"""A person who asks, over the documents of a collection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.inline import run_waiting
from web.knowledge.conftest import (
    CANTINE,
    PISCINE,
    Shelf,
    own_index,
    shelf,
)

__all__ = ["own_index", "shelf"]


@dataclass
class Talk:
    """A browser whose person asks."""

    client: Client
    collectivite: Collectivite

    def begin(self, question: str, **more: Any) -> Conversation:
        """Ask, and wait for the answer."""
        values = {"question": question, "assistant": "documents", **more}
        answer = self.client.post("/assistants/", values)
        assert answer.status_code == 302, answer.content.decode()
        run_waiting()
        return self.conversation(int(answer["Location"].strip("/").split("/")[-1]))

    def ask(self, conversation: Conversation, question: str, **more: Any) -> Turn:
        address = f"/assistants/{conversation.pk}/demander/"
        answer = self.client.post(address, {"question": question, **more})
        assert answer.status_code == 302, answer.content.decode()
        run_waiting()
        return self.last(conversation)

    def conversation(self, number: int) -> Conversation:
        return Conversation.objects.for_(self.collectivite).get(pk=number)

    def last(self, conversation: Conversation) -> Turn:
        found = self.conversation(conversation.pk).current
        assert found is not None
        return found

    def page(self, conversation: Conversation) -> str:
        text = self.client.get(conversation.get_absolute_url()).content.decode()
        return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def talk(shelf: Shelf, signed_in: Callable[..., Client]) -> Talk:
    shelf.paste("Restaurant scolaire", CANTINE)
    shelf.paste("Piscine municipale", PISCINE)
    return Talk(signed_in(shelf.collectivite), shelf.collectivite)
