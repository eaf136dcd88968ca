"""Two versions of a text, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from beffroi_web.clarifier.highlight import Block, Mark, blocks

_WORDS = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")

Change = Literal["same", "removed", "added"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Characters that both versions share, that only the old one has, or only the new one."""

    change: Change
    text: str


def words_of(text: str) -> list[str]:
    """Words, blanks and marks: joined, they are the text again."""
    return _WORDS.findall(text)


def difference(old: str, new: str) -> list[Piece]:
    """From ``old`` to ``new``: ``same`` + ``removed`` make the old text, ``same`` + ``added`` the
    new one, to the character."""
    before, after = words_of(old), words_of(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return list(_merged(_pieces(matcher, before, after)))


def _pieces(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(change="same", text="".join(before[i1:i2]))
            continue
        if i2 > i1:
            yield Piece(change="removed", text="".join(before[i1:i2]))
        if j2 > j1:
            yield Piece(change="added", text="".join(after[j1:j2]))


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A lone blank between two changes belongs to them: « rouge vif » is one change, not two."""
    waiting: dict[str, str] = {"removed": "", "added": ""}
    for piece in pieces:
        if piece.change != "same":
            waiting[piece.change] += piece.text
        elif piece.text.isspace() and "\n" not in piece.text and any(waiting.values()):
            waiting = {key: text + piece.text for key, text in waiting.items()}
        else:
            yield from _out(waiting)
            waiting = {"removed": "", "added": ""}
            yield piece
    yield from _out(waiting)


def _out(waiting: dict[str, str]) -> Iterator[Piece]:
    removed, added = waiting["removed"], waiting["added"]
    if removed:
        yield Piece(change="removed", text=removed)
    if added:
        yield Piece(change="added", text=added)


#: What a mark of :func:`laid_out` says.
REMOVED, ADDED = 1, 2


def laid_out(old: str, new: str) -> list[Block]:
    """The difference as the text is read: titles, items and tables laid out, each segment bearing
    ``REMOVED``, ``ADDED`` or nothing."""
    at, marks, merged = 0, [], []
    for piece in difference(old, new):
        end = at + len(piece.text)
        if piece.change != "same":
            number = REMOVED if piece.change == "removed" else ADDED
            marks.append(Mark(start=at, end=end, number=number, severity="information"))
        merged.append(piece.text)
        at = end
    return blocks("".join(merged), marks)


def share_changed(old: str, new: str) -> float:
    """How much of ``old`` is gone from ``new``: 0 (all kept) to 1 (not a word left).

    Only words count, in their order: it says whether « nothing of the machine's text remains ».
    """
    before = [word for word in words_of(old) if word[0].isalnum()]
    after = [word for word in words_of(new) if word[0].isalnum()]
    if not before:
        return 0.0
    same = sum(
        b.size for b in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    )
    return 1 - same / len(before)
