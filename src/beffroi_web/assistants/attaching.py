"""Documents dropped into one conversation: searched for it alone, erased with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from beffroi.documents import Limits, read
from beffroi.errors import BeffroiError, InputError
from beffroi_web.assistants.models import Attachment, Conversation
from beffroi_web.assistants.own import allow
from beffroi_web.clarifier.convert import left_out_of
from beffroi_web.clarifier.forms import title_of

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

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


def attach(conversation: Conversation, files: Sequence[Dropped], *, user: User) -> None:
    """Documents for this conversation only. Raises ``InputError``; nothing is kept then."""
    allow(user, conversation)
    read_files = [opened(file) for file in files]
    with transaction.atomic():
        keep(conversation, read_files)


def detach(attachment: Attachment, *, user: User) -> None:
    """Erase a document of the conversation; the answers keep the passages that they quote."""
    allow(user, attachment.conversation)
    attachment.delete()


def opened(file: Dropped) -> Attachment:
    """The file as it will be kept: its text, not its bytes."""
    limits = Limits(size=settings.BEFFROI.upload_limit)
    try:
        found = read(file.content, name=file.name, limits=limits)
    except BeffroiError as error:
        raise InputError(f"« {file.name} » : {error.message}", next_step=error.next_step) from error
    title = title_of(found, name=file.name)
    return Attachment(title=title[:300], text=found.text, left_out=left_out_of(found))


def keep(conversation: Conversation, attachments: Sequence[Attachment]) -> None:
    if conversation.attachments.count() + len(attachments) > MOST_ATTACHED:
        raise TooManyAttached
    for attachment in attachments:
        attachment.conversation = conversation
        attachment.save()
