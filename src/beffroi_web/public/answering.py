"""One answer for a visitor: bounded in time, in number and in cost."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from typing import Any, cast

from django.utils import timezone

from beffroi.assistants import PLAIN, Answer, Answered, Assistant, Contact, Event
from beffroi.errors import BeffroiError, ModelBusy, ModelTimeout
from beffroi.llm.types import ChatModel
from beffroi_web.assistants import run
from beffroi_web.assistants.available import shared
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge import visible
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.public.models import PublicPage, Question

#: Seconds that a visitor waits for a worded answer; after that the documents are quoted.
PATIENCE = 25.0
#: Visitors answered at once; the others are asked to wait an instant.
AT_ONCE = 60
#: Worded answers at once: the model also serves the agents.
WORDED_AT_ONCE = 2

_ROOM = threading.BoundedSemaphore(AT_ONCE)
_WORDED = threading.BoundedSemaphore(WORDED_AT_ONCE)


class TooManyVisitors(ModelBusy):
    code = "public.occupe"
    default_message = "Beaucoup de personnes posent une question en ce moment."
    default_next_step = "Attendez un instant, puis recommencez."


def answer(page: PublicPage, question: str) -> Answer:
    """The answer of the assistant of the page. Raises :class:`TooManyVisitors`.

    A model that is slow, busy, away or refused by the charter changes nothing for the visitor:
    the documents are quoted.
    """
    if not _ROOM.acquire(blocking=False):
        raise TooManyVisitors
    try:
        model = _model(page)
        if model is not None and _WORDED.acquire(blocking=False):
            try:
                with suppress(BeffroiError):
                    return _worded(page, question, model)
            finally:
                _WORDED.release()
        return _last(_events(page, question, None))
    finally:
        _ROOM.release()


def _worded(page: PublicPage, question: str, model: ChatModel) -> Answer:
    """By the model, time being counted. What leaves this machine is masked on its way
    (:func:`beffroi.assistants.answer`)."""
    policy_of(page.collectivite).check("interne", model.info)
    limit = time.monotonic() + PATIENCE
    events = cast(Any, _events(page, question, model))
    with closing(events):
        for event in events:
            if isinstance(event, Answered):
                return event.answer
            if time.monotonic() > limit:
                raise ModelTimeout
    raise AssertionError("an answer ends with Answered")


def _last(events: Iterator[Event]) -> Answer:
    return next(event.answer for event in events if isinstance(event, Answered))


def _events(page: PublicPage, question: str, model: ChatModel | None) -> Iterator[Event]:
    """Only what is open to inhabitants is searched. Beyond this machine everything is masked,
    whatever the class."""
    house = page.collectivite
    return run.events(
        question,
        assistant_of(page),
        collectivite=house,
        collections=visible.names(visible.public(house)),
        model=model,
        data_class="interne",
    )


def assistant_of(page: PublicPage) -> Assistant:
    """The one that was chosen, with the contact of the authority when it has none of its own.
    One that the authority no longer shares is left for the plain one."""
    chosen = shared(page.collectivite).get(page.assistant, PLAIN)
    return (
        chosen
        if any(_ways(chosen.contact))
        else replace(chosen, contact=contact_of(page.collectivite))
    )


def contact_of(house: Collectivite) -> Contact:
    """Who answers when the documents do not."""
    hours = " ; ".join(house.hours.split("\n")) if house.hours else ""
    return Contact(office=house.name, telephone=house.telephone, email=house.email, hours=hours)


def _ways(contact: Contact) -> tuple[str, ...]:
    return (contact.telephone, contact.email, contact.hours)


def _model(page: PublicPage) -> ChatModel | None:
    """The model, when the page words its answers and the day still allows it."""
    if not page.with_model:
        return None
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Question.objects.for_(page.collectivite).filter(created_at__gte=start)
    if rows.exclude(model="").count() >= page.model_answers:
        return None
    with suppress(BeffroiError):
        return model_for(page.collectivite, owner="habitants")
    return None
