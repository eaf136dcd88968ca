"""A text as compared: what is written with or without accents, capitals or stops is the same."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case, no accents, words separated by one space."""
    return " ".join(unicodedata.normalize("NFD", text.lower()).translate(_PLAIN).split())


class _Plain(dict[int, str | None]):
    """What each sign becomes: found once, then read by ``str.translate``."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        plain = None if unicodedata.combining(sign) else sign if sign.isalnum() else " "
        self[code] = plain
        return plain


_PLAIN = _Plain()
