"""Writing a line, and reading the chain back.

``write`` is called inside the transaction of the act itself: both are kept, or neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal.acts import ACTS
from beffroi_web.journal.chain import Line, canonical, faults, hash_of
from beffroi_web.journal.models import Entry, Head

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: Details are names, numbers and short codes, never a text that somebody wrote.
LONGEST_DETAIL = 200

Detail = str | int | float | bool | None


def write(
    collectivite: Collectivite,
    actor: User | None,
    act: str,
    object: str = "",
    details: Mapping[str, Detail] | None = None,
) -> Entry:
    """Add one line to the journal of ``collectivite``; ``actor`` is ``None`` for the machine.

    ``object`` points at a row (``"brouillon:12"``). ``ValueError`` for an unknown act or a detail
    that is a text: the journal holds no content.
    """
    if act not in ACTS:
        raise ValueError(f"unknown act: {act} (declare it in journal/acts.py)")
    if not connection.in_atomic_block:
        raise RuntimeError("journal.write: call it inside the transaction of the act")
    with transaction.atomic():
        Head.objects.get_or_create(collectivite=collectivite)
        head = Head.objects.select_for_update().get(collectivite=collectivite)
        entry = _next(head, actor, act, object, canonical(_checked(details or {})))
        entry.save(force_insert=True)
        head.count, head.hash = entry.number, entry.hash
        head.save(update_fields=["count", "hash"])
    return entry


def _checked(details: Mapping[str, Detail]) -> Mapping[str, Detail]:
    for name, value in details.items():
        if not isinstance(value, str | int | float | bool | None):
            raise ValueError(f"journal: {name} is not a plain value")
        if isinstance(value, str) and (len(value) > LONGEST_DETAIL or "\n" in value):
            raise ValueError(f"journal: {name} is a text; the journal holds no content")
    return details


def _next(head: Head, actor: User | None, act: str, about: str, details: str) -> Entry:
    entry = Entry(
        collectivite_id=head.collectivite_id,
        number=head.count + 1,
        at=timezone.now(),
        actor=actor,
        act=act,
        object=about,
        details=details,
        previous=head.hash,
    )
    entry.hash = hash_of(entry.line())
    return entry


def lines_of(collectivite: Collectivite) -> Iterator[Line]:
    """Every line in order, a few hundred in memory at once."""
    rows = Entry.objects.for_(collectivite).order_by("number", "pk")
    return (row.line() for row in rows.iterator(chunk_size=500))


def verify(collectivite: Collectivite) -> list[str]:
    """What is wrong with the journal of ``collectivite``, in French; empty when it is whole."""
    head = head_of(collectivite)
    return faults(lines_of(collectivite), count=head.count, last=head.hash)


def head_of(collectivite: Collectivite) -> Head:
    """How many lines there are and the hash of the last one: worth noting elsewhere."""
    return Head.objects.filter(collectivite=collectivite).first() or Head()


def faults_of_witness(collectivite: Collectivite, witness: str) -> list[str]:
    """Whether a ``number:hash`` noted one day is still in the chain.

    Somebody with the whole database could write the chain anew; not the note in your drawer.
    """
    number, _, noted = witness.partition(":")
    if not number.isdecimal():
        return [f"L’empreinte « {witness} » ne se lit pas : écrivez NUMERO:EMPREINTE."]
    entry = Entry.objects.for_(collectivite).filter(number=int(number)).first()
    if entry is None or entry.hash != noted.strip():
        return [f"La ligne {number} n’a plus l’empreinte qui avait été notée."]
    return []
