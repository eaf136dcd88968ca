"""A mailbox (mbox): one document a message, named by its Message-ID."""

from __future__ import annotations

import hashlib
import mailbox
from datetime import date
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

from beffroi.documents import read
from beffroi.errors import InputError
from beffroi.knowledge.gather.files import of_document
from beffroi.knowledge.gather.roots import Gathered, Refused
from beffroi.knowledge.index import Incoming


def gather_mailbox(path: Path, *, collection: str) -> Gathered:
    """The messages of ``path``; two of one Message-ID are one message, the first."""
    documents: dict[str, Incoming] = {}
    refused: list[Refused] = []
    met = 0
    for message in mailbox.mbox(path, create=False):
        met += 1
        id_ = _id(message)
        try:
            document = read(message.as_bytes(), name="message.eml")
        except InputError as error:
            refused.append(Refused(origin=f"{path}, {id_}", reason=error.message, id=id_))
            continue
        if id_ in documents:
            refused.append(Refused(origin=f"{path}, {id_}", reason="Message en double."))
            continue
        documents[id_] = of_document(
            document,
            id=id_,
            title=document.title or "Message sans objet",
            collection=collection,
            origin=str(path.resolve()),
            sent=_sent(message),
        )
    return Gathered(documents=tuple(documents.values()), refused=tuple(refused), met=met)


def _id(message: Message) -> str:
    own = str(message.get("Message-ID", "")).strip().strip("<>")
    return own or hashlib.sha256(message.as_bytes()).hexdigest()[:32]


def _sent(message: Message) -> date | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError):
        return None
