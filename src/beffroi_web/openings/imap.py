"""A mailbox by IMAP (RFC 3501), read and never written: letters stay unread for the others.

``EXAMINE`` opens the folder read-only and ``BODY.PEEK`` leaves the flags alone.
"""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Literal

from beffroi.errors import BeffroiError

Security = Literal["tls", "starttls", "aucune"]
PATIENCE = 20.0
#: Letters of one visit, octets of one letter: the others wait for the next visit, or are left.
MOST, LARGEST = 50, 15_000_000


class MailboxUnread(BeffroiError):
    code = "courriers.boite"
    default_message = "La boîte aux lettres n’a pas pu être lue."
    default_next_step = "Vérifiez le serveur, l’identifiant et le mot de passe."


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    host: str
    port: int
    security: Security
    login: str
    password: str
    folder: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """``content`` is empty for a letter that is larger than ``LARGEST``."""

    uid: int
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """``validity`` changes when the server numbers its letters anew. ``more``: some still wait."""

    validity: int
    letters: tuple[Fetched, ...]
    more: bool


def visit(box: Box, *, validity: int, after: int) -> Visit:
    """The letters that came after number ``after``, the oldest first.

    Raises :class:`MailboxUnread`.
    """
    try:
        with opened(box) as mail:
            now = validity_of(mail)
            start = after if now == validity else 0
            numbers = numbers_in(mail, start)
            letters = tuple(letter(mail, uid) for uid in numbers[:MOST])
            return Visit(validity=now, letters=letters, more=len(numbers) > MOST)
    except (OSError, imaplib.IMAP4.error, ssl.SSLError, ValueError) as error:
        raise unread(error) from error


def unread(error: Exception) -> MailboxUnread:
    """What the network, or the library, says, in our own words."""
    return MailboxUnread(detail=str(error)[:300])


@contextmanager
def opened(box: Box) -> Iterator[imaplib.IMAP4]:
    """The box, its folder chosen, read-only; closed after use."""
    context = ssl.create_default_context()
    if box.security == "tls":
        mail: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            box.host, box.port, ssl_context=context, timeout=PATIENCE
        )
    else:
        mail = imaplib.IMAP4(box.host, box.port, timeout=PATIENCE)
    try:
        if box.security == "starttls":
            mail.starttls(ssl_context=context)
        mail.login(box.login, box.password)
        folder = box.folder.replace("\\", "\\\\").replace('"', '\\"')
        _must(mail.select(f'"{folder}"', readonly=True), "select")
        yield mail
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            mail.logout()


def validity_of(mail: imaplib.IMAP4) -> int:
    _, values = mail.response("UIDVALIDITY")
    return int(values[0]) if values and values[0] else 0


def numbers_in(mail: imaplib.IMAP4, after: int) -> list[int]:
    """« n:* » always gives the last letter, even one that is known."""
    (found,) = _must(mail.uid("SEARCH", "UID", f"{after + 1}:*"), "search")[:1] or (b"",)
    return sorted(uid for uid in map(int, (found or b"").split()) if uid > after)


def letter(mail: imaplib.IMAP4, uid: int) -> Fetched:
    """One letter, its flags left as they are."""
    sized = _must(mail.uid("FETCH", str(uid), "(RFC822.SIZE)"), "size")
    told = re.search(rb"RFC822\.SIZE (\d+)", b" ".join(_bytes(sized)))
    if told is None or int(told[1]) > LARGEST:
        return Fetched(uid=uid, content=b"")
    found = _must(mail.uid("FETCH", str(uid), "(BODY.PEEK[])"), "fetch")
    return Fetched(
        uid=uid, content=next((part[1] for part in found if isinstance(part, tuple)), b"")
    )


def _bytes(parts: list[object]) -> Iterator[bytes]:
    for part in parts:
        yield part[0] if isinstance(part, tuple) else part if isinstance(part, bytes) else b""


def _must(answer: tuple[str, list[object]], what: str) -> list[object]:
    kind, data = answer
    if kind != "OK":
        raise imaplib.IMAP4.error(f"{what}: {kind}")
    return data
