"""Everything that changes a conversation: permission, transaction, journal line, or a job.

No request object comes here: the pages, the programs and the jobs call the same functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from beffroi.assistants import Answer, Assistant, Sentence
from beffroi.documents import Limits, read, read_text
from beffroi.drafting import Modele
from beffroi.errors import BeffroiError, InputError
from beffroi.knowledge import Hit
from beffroi_web.assistants import convert
from beffroi_web.assistants.models import Attachment, Conversation, Turn
from beffroi_web.clarifier import actions as clarifier
from beffroi_web.clarifier.actions import searchable
from beffroi_web.clarifier.convert import left_out_of
from beffroi_web.clarifier.forms import title_of
from beffroi_web.clarifier.models import Draft, Source
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.database.erased import settle
from beffroi_web.jobs import port
from beffroi_web.jobs.models import Job
from beffroi_web.journal import actions as journal
from beffroi_web.modeles.available import shipped

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

ANSWERING = "assistants.repondre"

#: The modèle whose checks an answer undergoes when it becomes a draft: it may leave out much, but
#: adds nothing to the passages.
DRAFTED_AS = "synthese"

#: Documents dropped into one conversation.
MOST_ATTACHED = 10


class TooManyAttached(InputError):
    code = "assistants.trop_de_pieces"
    default_message = f"Une conversation reçoit {MOST_ATTACHED} documents au plus."
    default_next_step = "Pour en interroger davantage, déposez-les dans une collection."


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """A file dropped into a conversation."""

    name: str
    content: bytes


def allow(user: User, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless this person may ask, and the row is his or hers."""
    if not user.has_perm("assistants.interroger", about):
        raise PermissionDenied
    if isinstance(about, Conversation) and about.owner_id != user.pk:
        raise PermissionDenied


# ── Asking ───────────────────────────────────────────────────────────────────


def begin(
    question: str,
    assistant: Assistant,
    *,
    files: Sequence[Dropped] = (),
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
    read_files = [_read(file) for file in files]
    with transaction.atomic():
        conversation = Conversation.objects.create(
            collectivite=collectivite,
            owner=user,
            assistant=assistant.name,
            assistant_title=assistant.title,
            title=_title(question),
        )
        _attach(conversation, read_files)
        _ask(conversation, question, None, user, key)
    return conversation


def ask(
    conversation: Conversation,
    question: str,
    *,
    files: Sequence[Dropped] = (),
    user: User,
    key: str = "",
) -> Turn:
    """One more question, after the last one of the branch shown. Raises ``InputError``."""
    allow(user, conversation)
    known = _sent_twice(user, conversation.collectivite, key)
    if known is not None:
        return known
    read_files = [_read(file) for file in files]
    with transaction.atomic():
        _attach(conversation, read_files)
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
        conversation.collectivite, user, "assistant.question", _ref(conversation), details
    )
    return turn


def _sent_twice(user: User, collectivite: Collectivite, key: str) -> Turn | None:
    """The question that this form has already asked."""
    if not key:
        return None
    job = Job.objects.for_(collectivite).filter(owner=user, key=key, name=ANSWERING).first()
    return Turn.objects.filter(pk=job.args["turn"]).first() if job and job.args else None


def _title(question: str, most: int = 80) -> str:
    line = " ".join(question.split())
    return line if len(line) <= most else f"{line[: line.rfind(' ', 0, most)]}…"


# ── What the job writes ──────────────────────────────────────────────────────


def forget_answer(turn: Turn) -> None:
    """Begin the answer afresh: a process died in the middle of it."""
    turn.passages, turn.sentences, turn.answer = None, [], None
    turn.save(update_fields=["passages", "sentences", "answer"])


def store_passages(turn: Turn, hits: Iterable[Hit]) -> None:
    turn.passages = convert.hits_to_json(hits)
    turn.save(update_fields=["passages"])


def store_sentence(turn: Turn, sentence: Sentence) -> None:
    turn.sentences = [*turn.sentences, convert.sentence_to_json(sentence)]
    turn.save(update_fields=["sentences"])


def store_answer(turn: Turn, answer: Answer, *, assistant: Assistant, place: str) -> None:
    """The whole answer, with what it cost; the journal says which model, not what was said."""
    turn.answer, turn.reference = convert.answer_to_json(answer), assistant.reference
    completion = answer.completion
    details: dict[str, Any] = {"statut": answer.status}
    if completion is not None:
        turn.model, turn.place, turn.seconds = completion.model, place, completion.seconds
        turn.energy = completion.energy.watt_hours
        turn.energy_method = completion.energy.method
        details |= {"modele": completion.model, "lieu": place}
    conversation = turn.conversation
    with transaction.atomic():
        turn.save()
        fresh = Conversation.objects.for_(conversation.collectivite_id)
        fresh = fresh.select_for_update().get(pk=conversation.pk)
        fresh.found = f"{fresh.found} {searchable(answer.text)}"
        fresh.save(update_fields=["found"])
        act = "modele.appel" if completion is not None else "assistant.reponse"
        journal.write(
            conversation.collectivite, conversation.owner, act, _ref(conversation), details
        )


# ── Documents dropped in ─────────────────────────────────────────────────────


def attach(conversation: Conversation, files: Sequence[Dropped], *, user: User) -> None:
    """Documents for this conversation only. Raises ``InputError``; nothing is kept then."""
    allow(user, conversation)
    read_files = [_read(file) for file in files]
    with transaction.atomic():
        _attach(conversation, read_files)


def detach(attachment: Attachment, *, user: User) -> None:
    """Erase a document of the conversation; the answers keep the passages that they quote."""
    allow(user, attachment.conversation)
    attachment.delete()


def _read(file: Dropped) -> Attachment:
    """The file as it will be kept: its text, not its bytes."""
    limits = Limits(size=settings.BEFFROI.upload_limit)
    try:
        found = read(file.content, name=file.name, limits=limits)
    except BeffroiError as error:
        raise InputError(f"« {file.name} » : {error.message}", next_step=error.next_step) from error
    title = title_of(found, name=file.name)
    return Attachment(title=title[:300], text=found.text, left_out=left_out_of(found))


def _attach(conversation: Conversation, attachments: Sequence[Attachment]) -> None:
    if conversation.attachments.count() + len(attachments) > MOST_ATTACHED:
        raise TooManyAttached
    for attachment in attachments:
        attachment.conversation = conversation
        attachment.save()


# ── Going to the corridor of drafts ──────────────────────────────────────────


def to_draft(turn: Turn, *, user: User) -> Draft:
    """The answer as a draft to be read and signed, checked against the passages that it cites."""
    from beffroi_web.assistants.export import plain_text_of, source_text_of

    conversation = turn.conversation
    allow(user, conversation)
    source = clarifier.give(
        read_text(source_text_of(turn)),
        title=f"Passages cités : {turn.question}"[:200],
        file_name="",
        user=user,
        collectivite=conversation.collectivite,
    )
    modele = shipped()[DRAFTED_AS]
    return clarifier.establish(
        source,
        modele,
        plain_text_of(turn),
        title=_title(turn.question),
        provenance=_provenance(turn, modele),
        user=user,
    )


def to_source(turn: Turn, *, user: User) -> Source:
    """The answer as a text from which a modèle of the assistant goes on."""
    from beffroi_web.assistants.export import plain_text_of

    allow(user, turn.conversation)
    return clarifier.give(
        read_text(plain_text_of(turn)),
        title=_title(turn.question),
        file_name="",
        user=user,
        collectivite=turn.conversation.collectivite,
    )


def _provenance(turn: Turn, modele: Modele) -> dict[str, Any]:
    """As the drafts keep it; ``prompt`` is the assistant that answered."""
    return {
        "modele": modele.name,
        "modele_version": modele.version,
        "prompt": turn.reference,
        "source_name": turn.conversation.title,
        "model": turn.model,
        "model_place": turn.place or None,
        "seconds": turn.seconds or 0.0,
        "energy": {"watt_hours": turn.energy, "method": turn.energy_method or "inconnue"},
        "created_at": turn.created_at.isoformat(),
        "author": turn.conversation.owner.name,
        "collectivite": turn.conversation.collectivite.name,
    }


# ── Keeping and erasing ──────────────────────────────────────────────────────


def rename(conversation: Conversation, title: str, *, user: User) -> None:
    allow(user, conversation)
    conversation.title = title
    conversation.found = f"{conversation.found} {searchable(title)}"
    conversation.save(update_fields=["title", "found"])


def exported(conversation: Conversation, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    allow(user, conversation)
    with transaction.atomic():
        details = {"format": format}
        journal.write(
            conversation.collectivite, user, "assistant.exporte", _ref(conversation), details
        )


def delete(conversation: Conversation, *, user: User) -> None:
    """Erase a conversation for real: questions, answers, documents, and its jobs."""
    allow(user, conversation)
    with transaction.atomic():
        collectivite, reference = conversation.collectivite, _ref(conversation)
        erase(conversation)
        journal.write(collectivite, user, "assistant.efface", reference)
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


def _ref(conversation: Conversation) -> str:
    return f"conversation:{conversation.pk}"
