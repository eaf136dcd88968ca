"""Files that come back masked, or anonymised for good, with their layout.

docx, odt, xlsx, ods and csv. Masking is undone by :func:`restore_file` with the table; anonymising
is not: people disappear, a birth date becomes an age band, an address becomes its commune.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from beffroi.documents import LeftOut, Limits, read
from beffroi.documents.rewrite import rewrite_in_place
from beffroi.findings import Finding
from beffroi.privacy import tokens
from beffroi.privacy.detect import detect
from beffroi.privacy.lists import NO_LISTS, Lists
from beffroi.privacy.mask import written
from beffroi.privacy.overlaps import resolve
from beffroi.privacy.publishable import anonymised
from beffroi.privacy.register import Register
from beffroi.privacy.restore import restore
from beffroi.privacy.surfaces import Surfaces, chapters
from beffroi.privacy.types import Mention, Table, TokenKey


@dataclass(frozen=True, kw_only=True, slots=True)
class MaskedFile:
    """``data`` is the copy; ``counts`` the distinct data of each kind; ``left_out`` what could
    not be treated (pictures, embedded files…), to be told to the person.
    """

    data: bytes
    counts: Mapping[str, int]
    table: Table = field(default_factory=Table)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RestoredFile:
    """``findings`` tell the tokens that the table does not know."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def mask_file(data: bytes, *, name: str, lists: Lists = NO_LISTS) -> MaskedFile:
    """A copy of ``data`` where personal data are tokens.

    Raises the errors of :func:`beffroi.documents.rewrite.rewrite_in_place`.
    """
    register = Register(literals=_literals(data, name))
    found = _finder(data, name, lists, register)
    counts: dict[str, set[str]] = {}

    def replaced(text: str) -> str:
        placed = register.places(text, found(text))
        for item in placed:
            counts.setdefault(item.mention.kind, set()).add(item.entity)
        return written(text, placed)

    copy = rewrite_in_place(data, name=name, replace=_often(replaced), limits=LARGEST)
    return MaskedFile(
        data=copy.data,
        counts={kind: len(entities) for kind, entities in sorted(counts.items())},
        table=register.table(),
        left_out=copy.left_out,
    )


def restore_file(data: bytes, *, name: str, table: Table) -> RestoredFile:
    """The file where the tokens of ``table`` are again what they stood for."""
    findings: list[Finding] = []

    def replaced(text: str) -> str:
        restored = restore(text, table)
        findings.extend(restored.findings)
        return restored.text

    copy = rewrite_in_place(data, name=name, replace=replaced, limits=LARGEST)
    return RestoredFile(data=copy.data, findings=tuple(findings))


def anonymise_file(
    data: bytes, *, name: str, today: datetime.date, lists: Lists = NO_LISTS
) -> MaskedFile:
    """A copy of ``data`` from which personal data are gone for good, ready to be opened.

    Two people become the same words: nothing links their rows any more.
    """
    found = _finder(data, name, lists)
    counts: Counter[str] = Counter()

    def replaced(text: str) -> str:
        mentions = found(text)
        counts.update(mention.kind for mention in mentions)
        return anonymised(text, mentions, today=today)

    copy = rewrite_in_place(data, name=name, replace=replaced, limits=LARGEST)
    return MaskedFile(data=copy.data, counts=dict(sorted(counts.items())), left_out=copy.left_out)


#: What a file may hold when it is masked: some ten thousand pages.
LARGEST = Limits(characters=30_000_000, cells=5_000_000)
#: Texts whose result is kept for the next time: the cells of an export say the same over and over.
_KEPT, _SHORT = 20_000, 200

Finder = Callable[[str], Sequence[Mention]]


def _literals(data: bytes, name: str) -> frozenset[TokenKey]:
    """What looked like a token before anything was masked."""
    found: set[TokenKey] = set()

    def seen(text: str) -> str:
        found.update(tokens.alike(text))
        return text

    rewrite_in_place(data, name=name, replace=seen, limits=LARGEST)
    return frozenset(found)


def _finder(data: bytes, name: str, lists: Lists, register: Register | None = None) -> Finder:
    """What tells the mentions of one text of the file, knowing the whole of it.

    The file is looked at chapter by chapter, then text by text: no text is kept, only what was
    found to be personal. ``register`` learns of whom the file speaks on the way.
    """
    surfaces = Surfaces()
    for chapter in chapters(read(data, name=name, limits=LARGEST).text):
        mentions = detect(chapter, lists=lists)
        surfaces.learn(mentions)
        if register is not None:
            register.learn([chapter], [mentions])
    return lambda text: resolve([*surfaces.again(text), *detect(text, lists=lists)])


def _often(replace: Callable[[str], str]) -> Callable[[str], str]:
    """The same, the last short texts remembered."""
    remembered = lru_cache(maxsize=_KEPT)(replace)
    return lambda text: remembered(text) if len(text) < _SHORT else replace(text)
