"""The documents that the fictitious commune may ask, and a conversation already begun."""

from __future__ import annotations

from beffroi.assistants import PLAIN
from beffroi_web.accounts.models import User
from beffroi_web.assistants import actions as assistants
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import actions, adding

COLLECTION = "Règlements et décisions"
#: A letter is no document to answer from.
LEFT = ("courrier-habitante-eclairage.txt",)
QUESTION = "Combien coûte un repas au restaurant scolaire ?"


def seed_documents(texts: dict[str, str], *, keeper: User, commune: Collectivite) -> None:
    """A collection open to all, read and indexed here and now."""
    values = {
        "nom": COLLECTION,
        "description": "Règlement du restaurant scolaire, tarifs de la médiathèque, arrêtés.",
        "lecteurs": "maison",
        "habitants": True,
    }
    row = actions.create(values, user=keeper, collectivite=commune)
    files = [
        adding.Given(name=name, content=text.encode())
        for name, text in texts.items()
        if name not in LEFT
    ]
    adding.deposit(row, files, user=keeper)
    run_waiting()


def seed_conversation(*, agent: User, commune: Collectivite) -> None:
    """A question that these documents answer."""
    assistants.begin(QUESTION, PLAIN, user=agent, collectivite=commune)
    run_waiting()
