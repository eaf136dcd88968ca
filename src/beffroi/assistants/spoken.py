"""A question as it is said: without accents, marks or shortcuts, so that rules can read it.

« jé mon fis ki respir pluuus » and « J’ai mon fils qui ne respire plus » meet here.
"""

from __future__ import annotations

import re
from functools import cache

from beffroi.assistants.expressions import lines
from beffroi.french.flat import bare, flat

_NOT_WORD = re.compile(r"[^\w€]+")
_LONG = re.compile(r"([a-z])\1{2,}")


def spoken(question: str) -> str:
    """``question`` in lower-case words between single spaces, one more space at each end."""
    plain = _NOT_WORD.sub(" ", bare(flat(question)))
    words = (_LONG.sub(r"\1", word) for word in plain.split())
    read = " ".join(_known(_short().get(word, word)) for word in words)
    return f" {read} "


@cache
def _short() -> dict[str, str]:
    """Shortcuts of messages, by whole word, after accents are gone."""
    return dict(line.split(" = ", 1) for line in lines("raccourcis")["mots"])


@cache
def _by_sound() -> dict[str, str]:
    """Words of distress, found again under a spelling that sounds the same."""
    return {sound(word): word for word in reversed(lines("raccourcis")["detresse"])}


@cache
def _by_letters() -> frozenset[str]:
    return frozenset(lines("raccourcis")["detresse"])


def _known(word: str) -> str:
    if len(word) < 5 or word in _by_letters():
        return word
    found = _by_sound().get(sound(word))
    alike = found is not None and (found[0] == word[0] or len(word) > 5)
    return found if found is not None and alike else word


_SOUNDS = [
    (re.compile(pattern), with_)
    for pattern, with_ in (
        (r"ph", "f"),
        (r"qu|q|ck|ch(?=[lrt])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"g(?=[eiy])", "j"),
        (r"eau|au", "o"),
        (r"(?:ain|ein|in|im|yn|ym)(?![aeiouynm])", "2"),
        (r"(?:an|en|am|em)(?![aeiouynm])", "1"),
        (r"(?:on|om)(?![aeiouynm])", "3"),
        (r"ie$", "i"),
        (r"ai|ei|er$|ez$|ee", "e"),
        (r"h", ""),
        (r"y", "i"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"(?:es|ent|e|s|t|x|d)$", ""),
    )
]


def sound(word: str) -> str:
    """About how ``word`` sounds: « insandi » and « incendie » sound the same."""
    for pattern, with_ in _SOUNDS:
        word = pattern.sub(with_, word)
    return word
