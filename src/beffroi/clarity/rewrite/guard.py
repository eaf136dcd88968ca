"""The last look before a rewriting is kept: nothing that says a fact may have gone.

Whatever a rule believes, its result is dropped when a number, a proper name, a negation, a
condition, an exception or a word of obligation of the source is no longer there.
"""

from __future__ import annotations

import re
from collections import Counter

_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(
    r"(?<=[\w,;’'] )[A-ZÀ-Ý][\wÀ-ÿ-]+|(?<=[a-z][’'])[A-ZÀ-Ý][\wÀ-ÿ-]+|\b[A-ZÀ-Ý]{2,}\b"
)
_HINGES = re.compile(
    r"\b(?:ne|pas|plus|aucune?|jamais|ni|sans|sauf|hormis|excepté|si|ou|notamment|uniquement|seule?s?"
    r"|moins|plus|maximum|minimum|avant|après|jusqu|tous|toutes|chaque)\b|\bn(?=[’'])|\bs(?=[’']ils?\b)",
    re.IGNORECASE,
)


def balanced(text: str) -> bool:
    """Quotation marks and brackets open and close within ``text``."""
    return all(text.count(a) == text.count(b) for a, b in ("«»", "()", "“”", "[]"))


def kept(before: str, after: str) -> bool:
    """Whether every number, name and hinge word of ``before`` is in ``after``."""
    return (
        _covers(_DIGITS, before, after)
        and _names_kept(before, after)
        and _covers(_HINGES, before, after)
    )


def _covers(pattern: re.Pattern[str], before: str, after: str) -> bool:
    wanted = Counter(m.lower() for m in pattern.findall(before))
    found = Counter(m.lower() for m in pattern.findall(after))
    return all(found[key] >= count for key, count in wanted.items())


def _names_kept(before: str, after: str) -> bool:
    low = after.lower()
    return all(name.lower() in low for name in _NAMES.findall(before))
