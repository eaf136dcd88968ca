"""Every personal datum of a text."""

from __future__ import annotations

from beffroi.privacy import columns
from beffroi.privacy.lists import NO_LISTS, Lists, allowed, demanded
from beffroi.privacy.overlaps import resolve
from beffroi.privacy.people.beside import birth_dates, callers, speakers
from beffroi.privacy.people.compounds import joined
from beffroi.privacy.people.find import find as find_people
from beffroi.privacy.people.names import names
from beffroi.privacy.people.words import lines
from beffroi.privacy.propagate import propagate
from beffroi.privacy.recognisers import (
    account,
    address,
    birth_date,
    card,
    email,
    gps,
    iban,
    identifier,
    network,
    nir,
    parcel,
    phone,
    plate,
)
from beffroi.privacy.types import Mention

RECOGNISERS = (
    email.find,
    phone.find,
    iban.find,
    nir.find,
    card.find,
    plate.find,
    birth_date.find,
    identifier.find,
    parcel.find,
    network.find,
    account.find,
    gps.find,
    address.find,
)


def detect(text: str, *, lists: Lists = NO_LISTS) -> tuple[Mention, ...]:
    """The mentions of ``text``, in order, without overlap; ``lists`` are the collectivité's."""
    words = joined(lines(text), names())
    cells = list(columns.find(text, words)) if len(words) > 1 else []
    forms = resolve(mention for find in RECOGNISERS for mention in find(text))
    named = [m for m in find_people(text, words) if not _inside(m, forms)]
    named += callers(text, words, forms, names())
    named += speakers(text, words, names())
    elsewhere = columns.places(text, words) if cells else []
    named = [m for m in named if not any(a <= m.start and m.end <= b for a, b in elsewhere)]
    named += [m for m in cells if m.kind == "person"]
    again = [
        m
        for m in propagate(text, named, words)
        if not any(a <= m.start and m.end <= b for a, b in elsewhere)
    ]
    born = birth_dates(text, [*named, *again])
    found = [*forms, *born, *cells, *named, *(m for m in again if not _inside(m, forms))]
    return resolve([*allowed(resolve(found), lists), *demanded(text, lists)])


def _inside(mention: Mention, others: tuple[Mention, ...]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)
