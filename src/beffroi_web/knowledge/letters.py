"""Letters (RFC 5322) as documents: those of an mbox file, and the day on which one was sent."""

from __future__ import annotations

import mailbox
import tempfile
from datetime import date
from email import message_from_bytes
from email.utils import parsedate_to_datetime


def letters_of(content: bytes) -> list[bytes]:
    """The letters of an mbox file, in order; none when it is not one."""
    with tempfile.NamedTemporaryFile(suffix=".mbox") as file:
        file.write(content)
        file.flush()
        return [message.as_bytes() for message in mailbox.mbox(file.name, create=False)]


def sent_on(letter: bytes) -> date | None:
    """The day that the letter bears, where it was sent; ``None`` when it bears none."""
    try:
        return parsedate_to_datetime(str(message_from_bytes(letter).get("Date", ""))).date()
    except (ValueError, TypeError):
        return None
