"""Loading what an answer needs (about 2.5 s of processor) before somebody waits for it.

The encoder, the lexicons, the signals of danger and the index of the authority are loaded by
answering: what a real question will need is what is loaded, and nothing is forgotten when the
way of an answer changes.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import cache

from beffroi.assistants import PLAIN
from beffroi.errors import BeffroiError
from beffroi_web.assistants import run
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge import index
from beffroi_web.knowledge.models import Collection
from beffroi_web.knowledge.visible import names

#: With a typing error, so that the list of French words is loaded too.
QUESTION = "Quels sont les horrairs de la mairie ?"


def warm(collectivite: Collectivite) -> None:
    """Answer a question of nobody, over all the documents of ``collectivite``; nothing is kept."""
    every = names(Collection.objects.for_(collectivite))
    for _ in run.events(QUESTION, PLAIN, collectivite=collectivite, collections=every, model=None):
        pass


def warm_all() -> None:
    """The authorities that have documents; as many as stay open in a process."""
    rows = Collectivite.objects.filter(
        pk__in=Collection.objects.across("those that have documents").values("collectivite")
    )
    for collectivite in rows.order_by("pk")[: index.OPEN]:
        with suppress(BeffroiError):  # the question of a person will say what is wrong
            warm(collectivite)


def warm_aside(collectivite: Collectivite) -> None:
    """The same in a thread, once in the life of this process, while the person writes."""
    _started(collectivite.pk)


@cache
def _started(number: int) -> threading.Thread:
    thread = threading.Thread(target=_aside, args=(number,), daemon=True)
    thread.start()
    return thread


def _aside(number: int) -> None:
    from django.db import connection

    with suppress(BeffroiError):  # the question itself will say what is wrong
        warm(Collectivite.objects.get(pk=number))
    connection.close()
