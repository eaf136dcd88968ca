"""Every person of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beffroi.privacy.people import fields, sentences, signatures
from beffroi.privacy.people.names import names
from beffroi.privacy.people.words import Line
from beffroi.privacy.types import Mention


def find(text: str, lines: Sequence[Line]) -> Iterator[Mention]:
    """The people that ``text``, cut in ``lines``, names; propagation comes after."""
    known = names()
    for line in lines:
        yield from sentences.find(text, line, known)
    yield from fields.find(text, lines, known)
    yield from signatures.find(text, lines, known)
    yield from signatures.find_marked(text, lines, known)
