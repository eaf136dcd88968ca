"""The acronyms that documents explain themselves: « carte mobilité inclusion (CMI) ». No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.knowledge.terms import STOP_WORDS, folded

_EXPLAINED = re.compile(
    r"((?:[\w’'-]+[ \u00a0]){1,9}[\w’'-]+)[ \u00a0]\(([A-ZÉ][A-Za-zÉéè]{1,7})\)"
)
_PART = re.compile(r"[\w]+")


def acronyms(text: str) -> Iterator[tuple[str, str]]:
    """(acronym, its words) for each acronym of ``text`` whose letters begin the words before it."""
    seen: set[tuple[str, str]] = set()
    for match in _EXPLAINED.finditer(text):
        full = _words_of(match[2], match[1])
        if full and (match[2], full) not in seen:
            seen.add((match[2], full))
            yield match[2], full


def _words_of(acronym: str, before: str) -> str:
    """The shortest end of ``before`` whose main words begin with the letters of ``acronym``."""
    letters = folded(acronym)
    words = list(_PART.finditer(before))
    for place in range(len(words) - 1, -1, -1):
        initials = "".join(
            folded(word[0])[0]
            for word in words[place:]
            if folded(word[0]) not in STOP_WORDS or folded(word[0])[0] == letters[0]
        )
        if initials == letters:
            return before[words[place].start() :]
        if len(initials) > len(letters):
            return ""
    return ""
