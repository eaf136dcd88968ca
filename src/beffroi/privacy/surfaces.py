"""A long document looked at chapter by chapter, and what it showed to be personal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import names
from beffroi.privacy.types import Mention

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


class Surfaces:
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
