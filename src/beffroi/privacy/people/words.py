"""A text as words with their shape, cut where a name cannot go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from beffroi.privacy.fold import fold

#: lower · Title · UPPER · I(nitial: one capital) · Mixed (McDonald, DUPONT-Martin, DuPont)
Shape = Literal["l", "T", "U", "I", "M"]

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:[NnMmOo]['’](?={_LETTER}{{3}})(?![éeaàyuoi]\b){_LETTER}+(?:-{_LETTER}+)*"
    rf"|[ldjcnstmLDJCNSTM]['’](?=[^\W\d])|(?:[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|QU)['’]"
    rf"|(?:[A-ZÉÈ]\.[ -]?){{1,3}}(?![a-zà-ÿ])|(?<![\w.])[a-zé]\.(?=[ -]?{_LETTER}['’]?{_LETTER})"
    rf"|{_LETTER}+(?:[-‑]{{1,2}}{_LETTER}+)*(?:['’](?:(?={_LETTER}{{2}}){_LETTER}+|[hH](?!\w)))?)"
)


class Word(NamedTuple):
    """``gap`` is what stands between the word before and this one (at most 4 characters)."""

    start: int
    end: int
    text: str
    folded: str
    shape: Shape
    gap: str
    caps: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a text, as words. ``caps``: every letter is a capital; ``low``: none is."""

    start: int
    end: int
    words: tuple[Word, ...]


def lines(text: str) -> list[Line]:
    """The lines of ``text``; a line without word is left out."""
    found, start = [], 0
    for raw in text.splitlines(keepends=True):
        words = tuple(_words(raw, start))
        if words:
            found.append(Line(start=start, end=start + len(raw.rstrip("\r\n")), words=words))
        start += len(raw)
    return found


def _words(raw: str, offset: int) -> list[Word]:
    caps = raw.isupper() and sum(c.isalpha() for c in raw) > 12
    result: list[Word] = []
    end = 0
    for match in _WORD.finditer(raw):
        start, text = match.start(), match[0].rstrip(" -")
        folded, shape = known(text)
        gap = raw[end:start] if result else ""
        end = start + len(text)
        result.append(Word(offset + start, offset + end, text, folded, shape, gap, caps))
    return result


@lru_cache(maxsize=65_536)
def known(text: str) -> tuple[str, Shape]:
    """The folded form and the shape of a word."""
    return fold(text), _shape(text)


def _shape(text: str) -> Shape:
    letters = [c for c in text if c.isalpha()]
    if "." in text:
        return "I"
    if not any(c.isupper() for c in letters):
        return "l"
    if len(letters) == 1:
        return "T" if text[-1] in "'’" else "I"
    if all(c.isupper() for c in letters):
        return "U"
    parts = re.split(r"[-‑'’]", text)
    if all(part[:1].isupper() and part[1:] == part[1:].lower() for part in parts if len(part) > 3):
        return "T" if text[:1].isupper() else "l"
    return "M" if text[:1].isupper() else "l"
