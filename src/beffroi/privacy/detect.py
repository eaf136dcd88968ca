"""Every personal datum of a text."""

from __future__ import annotations

from beffroi.privacy.overlaps import resolve
from beffroi.privacy.people import find as people
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


def detect(text: str) -> tuple[Mention, ...]:
    """The mentions of ``text``, in order, without overlap."""
    words = lines(text)
    forms = resolve(mention for find in RECOGNISERS for mention in find(text))
    named = [m for m in people.find(text) if not _inside(m, forms)]
    again = propagate(text, named, words)
    return resolve([*forms, *named, *(m for m in again if not _inside(m, forms))])


def _inside(mention: Mention, others: tuple[Mention, ...]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)
