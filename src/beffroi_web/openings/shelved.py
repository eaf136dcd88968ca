"""A folder of the mailbox as a place that a collection follows: its letters become documents."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from beffroi.errors import TooLarge
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge.models import FeedKind
from beffroi_web.knowledge.places import MOST, Entry, Place, PlaceUnread, opens
from beffroi_web.openings import imap
from beffroi_web.openings.mailbox import box_of, mailbox_of


class Letters:
    """The letters of the folder that is open: a number never names another letter, so that a
    letter that was read is not read again."""

    def __init__(self, mail: imaplib.IMAP4) -> None:
        self._mail = mail
        self._validity = imap.validity_of(mail)

    def entries(self) -> list[Entry]:
        numbers = imap.numbers_in(self._mail, 0)
        if len(numbers) > MOST:
            raise PlaceUnread(f"Ce dossier de la boîte contient plus de {MOST} lettres.")
        return [
            Entry(address=f"{self._validity}-{uid}", name=f"lettre {uid}.eml", fixed=True)
            for uid in numbers
        ]

    def content(self, entry: Entry) -> bytes:
        found = imap.letter(self._mail, int(entry.address.rpartition("-")[2]))
        if not found.content:
            raise TooLarge(f"Cette lettre dépasse {imap.LARGEST // 1_000_000} Mo.")
        return found.content


@opens(FeedKind.BOITE)
@contextmanager
def letters(collectivite: Collectivite, address: str) -> Iterator[Place]:
    """The folder ``address`` of the mailbox of the authority. Raises :class:`PlaceUnread` when
    there is none, :class:`~beffroi_web.openings.imap.MailboxUnread`."""
    row = mailbox_of(collectivite)
    if row.pk is None:
        raise PlaceUnread("Aucune boîte aux lettres n’est donnée dans « Réglages ».")
    try:
        with imap.opened(replace(box_of(row), folder=address)) as mail:
            yield Letters(mail)
    except (OSError, imaplib.IMAP4.error, ValueError) as error:
        raise imap.unread(error) from error
