"""The same name in any case, accent or hyphen is one word sequence."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accent, only letters and digits between single spaces.

    >>> fold("Jean-François  L’HÉRITIER")
    'jean francois l heritier'
    """
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = lowered.replace("œ", "oe").replace("æ", "ae").replace("ł", "l").replace("ø", "o")
        bare = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(c for c in bare if not unicodedata.combining(c))
        return " ".join(_WORD.findall(lowered))
    return " ".join(_PLAIN.findall(lowered))
