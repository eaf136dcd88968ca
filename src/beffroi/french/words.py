"""What counts as a word: what a reader sees between two spaces.

« l’arrêté » is one word, as in a word processor and in the readability formulas, which were
fitted on printed words; « rendez-vous » and « doit-il » are one; « 18 000 » is one number.
"""

from __future__ import annotations

import re

from beffroi.findings import Span

_SPACES = "[ \u00a0\u202f\u2009]"
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿŒœŸ"
_WORD = re.compile(
    r"https?://[^\s»)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d{1,3}(?:" + _SPACES + r"\d{3})+(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,/:-]\d+)*(?:er|ère|ème|e|nd|nde)?\b"
    r"|n[°º]"
    r"|[" + _LETTERS + r"\d_]+(?:[’'\u2010\u2011-][" + _LETTERS + r"\d_]+)*[’']?"
)
_ELISION = re.compile(
    r"^(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu(?=[’']île))[’'](?=\w)", re.IGNORECASE
)


def words(text: str) -> list[Span]:
    """The words of ``text``, in order, as character offsets; punctuation is left out."""
    return [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(text)]


def word_texts(text: str) -> list[str]:
    """The same words as :func:`words`, as strings (quicker when offsets are not needed)."""
    return _WORD.findall(text)


def bare(word: str) -> str:
    """``word`` without its elided beginning: « l’arrêté » → « arrêté », « qu’il » → « il »."""
    return _ELISION.sub("", word, count=1)
