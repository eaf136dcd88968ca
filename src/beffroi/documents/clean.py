"""Characters that have no place in a text that people read: taken out, and counted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

#: What is taken out and reported, in the words that the person reads.
REPORTED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "caractères nuls ou de commande",
        re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"),
    ),
    # They make a text read otherwise than it is written (Unicode TR 36, « Trojan Source »).
    (
        "marques de sens d’écriture",
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    ),
    # Zero-width characters and « tags »: they can hide instructions inside a sentence.
    (
        "caractères invisibles",
        re.compile("[\u200b\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e007f]"),
    ),
)

_LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u3000]+")
_BREAKS = re.compile(r" ?(?:\n ?)+")
#: Nothing to clean: the common case, found in one pass.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20ac]*")


def clean(text: str, removed: Counter[str]) -> str:
    """``text`` in NFC, without the characters above, its spaces and line breaks made single.

    No-break spaces stay: French typography needs them. ``removed`` is added to.
    """
    if not _PLAIN.fullmatch(text):
        text = without_traps(text, removed)
    return _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()


def without_traps(text: str, removed: Counter[str]) -> str:
    """``text`` in NFC with ``\\n`` line ends, without soft hyphens and characters of REPORTED."""
    text = _LINES.sub("\n", text).replace("\u00ad", "")
    for what, pattern in REPORTED:
        text, count = pattern.subn("", text)
        if count:
            removed[what] += count
    return unicodedata.normalize("NFC", text)
