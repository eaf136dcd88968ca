"""Everything that changes: the page, what visitors leave, what agents do of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from beffroi.assistants import Answer
from beffroi.privacy import mask
from beffroi_web.accounts.actions import require
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge import adding
from beffroi_web.public.models import KEPT_DAYS, Message, PublicPage, Question

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User
    from beffroi_web.knowledge.models import Collection, Document

#: To open the page and choose who answers.
SETTING = "public.regler"
#: To read what inhabitants asked, and to answer them.
FOLLOWING = "public.suivre"


def page_of(collectivite: Collectivite) -> PublicPage:
    """The row of this authority, or an unsaved one, closed."""
    found = PublicPage.objects.for_(collectivite).first()
    return found or PublicPage(collectivite=collectivite)


def save_page(page: PublicPage, *, actor: User) -> None:
    require(actor, SETTING, page.collectivite)
    page.opened_by = actor
    with transaction.atomic():
        page.save()
        details = {"ouverte": page.open, "assistant": page.assistant, "modele": page.with_model}
        journal.write(page.collectivite, actor, "public.page_reglee", "", details)


# ── What visitors leave ──────────────────────────────────────────────────────


def keep_question(page: PublicPage, text: str, answer: Answer, *, language: str) -> Question:
    """The question, masked; nothing of its words when it tells of a danger."""
    hidden = "" if answer.status == "urgence" else masked(page.collectivite, text)
    model = answer.completion.model if answer.completion else ""
    with transaction.atomic():
        question = Question.objects.create(
            collectivite=page.collectivite,
            text=hidden,
            language=language,
            status=answer.status,
            answer="" if answer.status == "urgence" else answer.text,
            cited=[[cited.document_id, cited.title] for cited in answer.citations],
            model=model[:200],
        )
        if model:
            details = {"modele": model[:200]}
            journal.write(page.collectivite, None, "modele.appel", "page publique", details)
    return question


def masked(collectivite: Collectivite, text: str) -> str:
    return mask(text, lists=lists_of(collectivite)).text


def rate(page: PublicPage, token: str, *, helped: bool) -> bool:
    """The visitor's opinion of one answer; the last one counts. ``False`` for an unknown one."""
    rows = Question.objects.for_(page.collectivite).filter(token=token)
    return bool(rows.update(helped=helped))


def receive(
    page: PublicPage,
    values: dict[str, Any],
    *,
    language: str,
    said: Question | None,
) -> Message:
    """A message for a person, with what was said to the machine if the visitor agreed."""
    with transaction.atomic():
        message = Message.objects.create(
            collectivite=page.collectivite,
            name=values["prenom_nom"],
            contact=values["joindre"],
            text=values["message"],
            question=said.text if said else "",
            answer=said.answer if said else "",
            language=language,
        )
        journal.write(page.collectivite, None, "public.message", f"message:{message.pk}")
    return message


# ── What agents do of it ─────────────────────────────────────────────────────


def write_sheet(
    collection: Collection, *, title: str, text: str, questions: Iterable[Question], actor: User
) -> Document:
    """The sheet that was missing, in a collection open to inhabitants; its questions are closed."""
    require(actor, FOLLOWING, collection.collectivite)
    document = adding.paste(collection, {"titre": title, "texte": text}, user=actor)
    _close(collection.collectivite, questions)
    return document


def set_aside(collectivite: Collectivite, questions: Sequence[Question], *, actor: User) -> None:
    """These questions need no sheet."""
    require(actor, FOLLOWING, collectivite)
    with transaction.atomic():
        _close(collectivite, questions)
        details = {"questions": len(questions)}
        journal.write(collectivite, actor, "public.ecartees", "", details)


def _close(collectivite: Collectivite, questions: Iterable[Question]) -> None:
    numbers = [question.pk for question in questions]
    rows = Question.objects.for_(collectivite).filter(pk__in=numbers)
    rows.update(handled_at=timezone.now())


def deal_with(message: Message, *, actor: User) -> None:
    """Somebody answered: the message leaves the list, and is erased later."""
    require(actor, FOLLOWING, message.collectivite)
    with transaction.atomic():
        message.handled_at, message.handled_by = timezone.now(), actor
        message.save(update_fields=["handled_at", "handled_by"])
        journal.write(message.collectivite, actor, "public.message_traite", f"message:{message.pk}")


def forget() -> None:
    """Once a day: questions, and messages that were dealt with, older than they are kept."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    reason = "what inhabitants left is erased for every authority"
    Question.objects.across(reason).filter(created_at__lt=before).delete()
    Message.objects.across(reason).filter(handled_at__lt=before).delete()
