"""Every person of a text."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.privacy.people import fields, sentences
from beffroi.privacy.people.names import names
from beffroi.privacy.people.words import lines
from beffroi.privacy.types import Mention


def find(text: str) -> Iterator[Mention]:
    """The people that ``text`` names, before propagation."""
    known = names()
    found = lines(text)
    for line in found:
        yield from sentences.find(text, line, known)
    yield from fields.find(text, found, known)
    yield from fields.find_signatures(text, found, known)
