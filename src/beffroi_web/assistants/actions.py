"""Everything that changes a conversation: permission, transaction, journal line, or a job.

No request object comes here: the pages, the programs and the jobs call the same functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from beffroi.assistants import Assistant
from beffroi_web.assistants import attaching
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.assistants.own import allow, reference
from beffroi_web.clarifier.actions import searchable
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.database.erased import settle
from beffroi_web.jobs import port
from beffroi_web.jobs.models import Job
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

ANSWERING = "assistants.repondre"

# ── Asking ───────────────────────────────────────────────────────────────────


def begin(
    question: str,
    assistant: Assistant,
    *,
    files: Sequence[attaching.Dropped] = (),
    user: User,
    collectivite: Collectivite,
    key: str = "",
) -> Conversation:
    """A new conversation whose first question is being answered. Raises ``InputError`` when a
    file cannot be read: nothing is kept then."""
    allow(user, collectivite)
    known = _sent_twice(user, collectivite, key)
    if known is not None:
        return known.conversation
    read_files = [attaching.opened(file) for file in files]
    with transaction.atomic():
        conversation = Conversation.objects.create(
            collectivite=collectivite,
            owner=user,
            assistant=assistant.name,
            assistant_title=assistant.title,
            title=title_of_question(question),
        )
        attaching.keep(conversation, read_files)
        _ask(conversation, question, None, user, key)
    return conversation


def ask(
    conversation: Conversation,
    question: str,
    *,
    files: Sequence[attaching.Dropped] = (),
    user: User,
    key: str = "",
) -> Turn:
    """One more question, after the last one of the branch shown. Raises ``InputError``."""
    allow(user, conversation)
    known = _sent_twice(user, conversation.collectivite, key)
    if known is not None:
        return known
    read_files = [attaching.opened(file) for file in files]
    with transaction.atomic():
        attaching.keep(conversation, read_files)
        return _ask(conversation, question, conversation.current, user, key)


def again(turn: Turn, *, user: User) -> Turn:
    """Answer the same question again, on a branch beside."""
    return edit(turn, turn.question, user=user)


def edit(turn: Turn, question: str, *, user: User) -> Turn:
    """Ask another question in the place of this one: a branch beside; the first stays."""
    allow(user, turn.conversation)
    with transaction.atomic():
        return _ask(turn.conversation, question, turn.parent, user, "")


def show(turn: Turn, end: Turn, *, user: User) -> None:
    """Show the branch that goes through ``turn`` to ``end``."""
    allow(user, turn.conversation)
    Conversation.objects.for_(turn.conversation.collectivite_id).filter(
        pk=turn.conversation_id
    ).update(current=end)


def stop(turn: Turn, *, user: User) -> None:
    """Stop the answer; the sentences already said stay."""
    allow(user, turn.conversation)
    if turn.job is not None:
        port.stop(turn.job, actor=user)


def rate(turn: Turn, *, helped: bool, user: User) -> None:
    """Keep the person's own opinion of an answer."""
    allow(user, turn.conversation)
    turn.helped = helped
    turn.save(update_fields=["helped"])


def _ask(
    conversation: Conversation, question: str, parent: Turn | None, user: User, key: str
) -> Turn:
    """The question, and the job that answers it. The job bears no word of it."""
    turn = Turn.objects.create(conversation=conversation, parent=parent, question=question)
    turn.job = port.enqueue(
        ANSWERING,
        {"turn": turn.pk},
        collectivite=conversation.collectivite,
        owner=user,
        key=key,
    )
    turn.save(update_fields=["job"])
    conversation.current, conversation.used_at = turn, timezone.now()
    conversation.found = searchable(f"{conversation.found} {conversation.title} {question}")
    conversation.save()
    details = {"assistant": conversation.assistant}
    journal.write(
        conversation.collectivite, user, "assistant.question", reference(conversation), details
    )
    return turn


def _sent_twice(user: User, collectivite: Collectivite, key: str) -> Turn | None:
    """The question that this form has already asked."""
    if not key:
        return None
    job = Job.objects.for_(collectivite).filter(owner=user, key=key, name=ANSWERING).first()
    return Turn.objects.filter(pk=job.args["turn"]).first() if job and job.args else None


def title_of_question(question: str, most: int = 80) -> str:
    """The beginning of the question, on one line, cut between two words."""
    line = " ".join(question.split())
    return line if len(line) <= most else f"{line[: line.rfind(' ', 0, most)]}…"


# ── Keeping and erasing ──────────────────────────────────────────────────────


def rename(conversation: Conversation, title: str, *, user: User) -> None:
    allow(user, conversation)
    conversation.title = title
    conversation.found = f"{conversation.found} {searchable(title)}"
    conversation.save(update_fields=["title", "found"])


def delete(conversation: Conversation, *, user: User) -> None:
    """Erase a conversation for real: questions, answers, documents, and its jobs."""
    allow(user, conversation)
    with transaction.atomic():
        collectivite, named = conversation.collectivite, reference(conversation)
        erase(conversation)
        journal.write(collectivite, user, "assistant.efface", named)
    settle()


def erase(conversation: Conversation) -> None:
    """Remove every row; inside a transaction."""
    jobs = list(conversation.turns.exclude(job=None).values_list("job_id", flat=True))
    for job in Job.objects.for_(conversation.collectivite_id).filter(pk__in=jobs):
        if not job.ended:
            port.stop(job, actor=conversation.owner)
    conversation.delete()
    Job.objects.for_(conversation.collectivite_id).filter(
        pk__in=jobs, ended_at__isnull=False
    ).delete()
