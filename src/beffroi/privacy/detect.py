"""Every personal datum of a text."""

from __future__ import annotations

from beffroi.privacy.overlaps import resolve
from beffroi.privacy.recognisers import card, email, iban, nir, phone, plate
from beffroi.privacy.types import Mention

RECOGNISERS = (email.find, phone.find, iban.find, nir.find, card.find, plate.find)


def detect(text: str) -> tuple[Mention, ...]:
    """The mentions of ``text``, in order, without overlap."""
    return resolve(mention for find in RECOGNISERS for mention in find(text))
