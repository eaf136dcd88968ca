"""Words hidden from the eye but not from a machine: invisible letters, look-alikes, spaced or
encoded words."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
#: Above this share of invisible characters a text was made to be unseen.
_UNSEEN = 0.2
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0._*-]){9,}[^\W\d_](?!\w)")
_ENCODED = re.compile(r"(?<![\w/+.@-])[A-Za-z0-9+/]{20,}={0,2}(?![\w/+@])")
#: Cyrillic and Greek letters that look Latin.
_ALIKE = str.maketrans("аеорсухіјѕԁɡοανικρτΑΒΕΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdgoavikptABEHIKMNOPTYX")
_MIXED = re.compile(r"[a-zA-Z]")


def revealed(text: str) -> str:
    """``text`` as a machine reads it: without invisible characters, look-alikes made Latin."""
    seen = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return seen.translate(_ALIKE) if _MIXED.search(seen) else seen


def is_hidden(text: str) -> bool:
    """Whether ``text`` holds words that a reader cannot see or read as they stand."""
    unseen = len(_INVISIBLE.findall(text)) > _UNSEEN * max(20, len(text))
    return unseen or bool(_SPACED.search(text)) or _is_encoded(text)


def _is_encoded(text: str) -> bool:
    return any(_plain(match[0]) for match in _ENCODED.finditer(text))


def _plain(word: str) -> bool:
    """Whether ``word`` is base64 (RFC 4648) for readable words."""
    try:
        said = base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return False
    letters = sum(char.isalpha() or char.isspace() for char in said)
    return said.isprintable() and letters >= 0.8 * len(said)
