"""Files that come back masked, or anonymised for good, with their layout.

docx, odt, xlsx, ods and csv. Masking is undone by :func:`restore_file` with the table; anonymising
is not: people disappear, a birth date becomes an age band, an address becomes its commune.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from beffroi.documents import LeftOut, Limits, read
from beffroi.documents.rewrite import rewrite_in_place
from beffroi.findings import Finding
from beffroi.privacy.detect import detect
from beffroi.privacy.fold import fold
from beffroi.privacy.lists import NO_LISTS, Lists
from beffroi.privacy.mask import mask_all
from beffroi.privacy.overlaps import resolve
from beffroi.privacy.people.names import names
from beffroi.privacy.restore import restore
from beffroi.privacy.types import Kind, Mention, Table
from beffroi.privacy.wording import NAMES


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
    texts, found = _everything(data, name, lists)
    masked = mask_all(texts, mentions=found)
    changed = {text: item.text for text, item in zip(texts, masked, strict=True)}
    copy = rewrite_in_place(data, name=name, replace=lambda text: changed.get(text, text))
    counts: dict[str, set[str]] = {}
    for item in masked:
        for placed in item.placed:
            counts.setdefault(placed.mention.kind, set()).add(placed.entity)
    return MaskedFile(
        data=copy.data,
        counts={kind: len(entities) for kind, entities in sorted(counts.items())},
        table=masked[0].table if masked else Table(),
        left_out=copy.left_out,
    )


def restore_file(data: bytes, *, name: str, table: Table) -> RestoredFile:
    """The file where the tokens of ``table`` are again what they stood for."""
    findings: list[Finding] = []

    def replaced(text: str) -> str:
        restored = restore(text, table)
        findings.extend(restored.findings)
        return restored.text

    copy = rewrite_in_place(data, name=name, replace=replaced)
    return RestoredFile(data=copy.data, findings=tuple(findings))


def anonymise_file(
    data: bytes, *, name: str, today: datetime.date, lists: Lists = NO_LISTS
) -> MaskedFile:
    """A copy of ``data`` from which personal data are gone for good, ready to be opened.

    Two people become the same words: nothing links their rows any more.
    """
    texts, found = _everything(data, name, lists)
    changed = {
        text: anonymised(text, mentions, today=today)
        for text, mentions in zip(texts, found, strict=True)
    }
    copy = rewrite_in_place(data, name=name, replace=lambda text: changed.get(text, text))
    kinds: list[str] = [m.kind for mentions in found for m in mentions]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    return MaskedFile(data=copy.data, counts=counts, left_out=copy.left_out)


def anonymised(text: str, mentions: Iterable[Mention], *, today: datetime.date) -> str:
    """``text`` where each mention gives way to what may be published of it."""
    parts, end = [], 0
    for mention in mentions:
        parts += [text[end : mention.start], _general(mention, today)]
        end = mention.end
    return "".join((*parts, text[end:]))


def _general(mention: Mention, today: datetime.date) -> str:
    special: dict[Kind, Callable[[], str]] = {
        "birth_date": lambda: age_band(mention.text, today=today),
        "address": lambda: commune_of(mention.text),
    }
    make = special.get(mention.kind)
    return (make() if make else "") or f"[{NAMES[mention.kind][0]}]"


def age_band(date: str, *, today: datetime.date) -> str:
    """« 30-39 ans » for a birth date in any form; ``""`` when no year can be read."""
    years = re.findall(r"(?<!\d)(?:(?:19|20)\d{2})(?!\d)", date)
    short = re.search(r"[/.\- ](\d{2})$", date)
    if years:
        year = int(years[0])
    elif short:
        year = int(short[1]) + (2000 if int(short[1]) <= today.year % 100 else 1900)
    else:
        return ""
    low = max(0, today.year - year) // 10 * 10
    return f"{low}-{low + 9} ans" if low < 90 else "90 ans et plus"


def commune_of(address: str) -> str:
    """The commune at the end of an address; ``""`` when there is none that is known."""
    words = [w for w in re.split(r"[\s,]+", re.sub(r"\bcedex\b.*", "", address, flags=re.I)) if w]
    for at in range(len(words)):
        tail = " ".join(words[at:])
        if at and fold(tail) in names().communes and not any(c.isdigit() for c in tail):
            return tail
    return ""


def _everything(data: bytes, name: str, lists: Lists) -> tuple[list[str], list[Sequence[Mention]]]:
    """The texts of the file, each once, and the mentions of each.

    The file is looked at chapter by chapter: what is held does not grow with its length, but for
    its texts and what was found in them.
    """
    texts: dict[str, None] = {}

    def record(text: str) -> str:
        texts[text] = None
        return text

    rewrite_in_place(data, name=name, replace=record)
    surfaces = _Surfaces()
    for chapter in chapters(read(data, name=name, limits=LARGEST).text):
        surfaces.learn(detect(chapter, lists=lists))
    found: list[Sequence[Mention]] = [
        resolve([*surfaces.again(text), *detect(text, lists=lists)]) for text in texts
    ]
    return list(texts), found


#: What a file may hold when it is masked: some ten thousand pages.
LARGEST = Limits(characters=30_000_000, cells=5_000_000)
#: Characters of a chapter.
CHAPTER = 100_000


def chapters(text: str, size: int = CHAPTER) -> Iterator[str]:
    """``text`` in parts cut between lines; a table that is cut keeps its headings."""
    lines: list[str] = []
    length, heading, in_table = 0, "", False
    for line in text.splitlines(keepends=True):
        row = " | " in line
        if row and not in_table:
            heading = line
        if line.strip():
            in_table = row
        if length > size:
            yield "".join(lines)
            lines, length = ([heading] if row else []), 0
        lines.append(line)
        length += len(line)
    if lines:
        yield "".join(lines)


class _Surfaces:
    """What the whole document showed to be personal, by its characters."""

    def __init__(self) -> None:
        self._known: dict[str, Mention] = {}
        self._by_word: dict[str, list[tuple[str, int]]] = {}

    def learn(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            for line in mention.text.splitlines():
                surface = line.strip(" |,;\t")
                if any(c.isalnum() for c in surface) and surface not in self._known:
                    self._known[surface] = mention
                    self._index(surface)

    def _index(self, surface: str) -> None:
        first = _WORD.search(surface)
        if first and len(surface) > 2 and not names().is_ordinary(fold(surface)):
            self._by_word.setdefault(first[0], []).append((surface, first.start()))

    def again(self, text: str) -> Iterator[Mention]:
        """The surfaces that ``text`` is, or holds when they are no ordinary word."""
        whole = self._known.get(text.strip())
        if whole is not None:
            yield _at(text, text.find(text.strip()), text.strip(), whole)
            return
        for word in _WORD.finditer(text):
            for surface, before in self._by_word.get(word[0], ()):
                start = word.start() - before
                end = start + len(surface)
                if start >= 0 and text.startswith(surface, start) and not _goes_on(text, end):
                    yield _at(text, start, surface, self._known[surface])


_WORD = re.compile(r"\w+")


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum()


def _at(text: str, start: int, surface: str, like: Mention) -> Mention:
    assert text[start : start + len(surface)] == surface
    return Mention(
        start=start,
        end=start + len(surface),
        kind=like.kind,
        text=surface,
        confidence=like.confidence,
        rule=like.rule,
        gender=like.gender,
    )
