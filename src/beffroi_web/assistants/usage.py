"""How much each assistant is used, from the journal alone: no word of a conversation is read."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from beffroi_web.assistants.available import available
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal.models import Entry

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: Days that the figures cover.
DAYS = 30
#: Below this number of people, how many is not said: it would say who.
FEW = 3

ASKED, WORDED, QUOTED = "assistant.question", "modele.appel", "assistant.reponse"


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """One assistant. ``people`` is ``None`` when they are too few to be counted in the open;
    ``worded`` are answers that a language model took part in."""

    title: str
    questions: int
    people: int | None
    answered: int
    not_found: int
    limits: int
    worded: int


def figures(user: User, collectivite: Collectivite) -> list[Use]:
    """The assistants asked in the last :data:`DAYS` days, the most asked first."""
    since = timezone.now() - timedelta(days=DAYS)
    lines = Entry.objects.for_(collectivite).filter(
        at__gte=since, act__in=(ASKED, WORDED, QUOTED), object__startswith="conversation:"
    )
    rows = [(line, json.loads(line.details)) for line in lines.order_by("number")]
    of_conversation = {
        line.object: told.get("assistant", "") for line, told in rows if line.act == ASKED
    }
    titles = {name: one.title for name, one in available(user, collectivite).items()}
    names = Counter(of_conversation[line.object] for line, _ in rows if line.act == ASKED)
    return [
        _use(
            titles.get(name, name),
            [(line, told) for line, told in rows if of_conversation.get(line.object) == name],
        )
        for name, _ in names.most_common()
    ]


def _use(title: str, rows: list[tuple[Entry, dict[str, Any]]]) -> Use:
    people = {line.actor_id for line, _ in rows if line.act == ASKED}
    states = Counter(told.get("statut", "") for line, told in rows if line.act != ASKED)
    return Use(
        title=title,
        questions=sum(line.act == ASKED for line, _ in rows),
        people=len(people) if len(people) >= FEW else None,
        answered=states["repondu"],
        not_found=states["pas_trouve"],
        limits=states["hors_limites"] + states["urgence"],
        worded=sum(line.act == WORDED for line, _ in rows),
    )
