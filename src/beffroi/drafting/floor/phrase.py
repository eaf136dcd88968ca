"""A passage as a sentence: capital, full stop, without the word that introduced it."""

from __future__ import annotations

import re


def reason(words: str) -> str:
    """« Considérant que les travaux… ; » → « Les travaux… . »"""
    bare = re.sub(
        r"^(?:[-–•]\s*)?(?:considérant|attendu)(?:\s+(?:que\s+|qu[’']))?\s*[:,]?\s*",
        "",
        words,
        flags=re.IGNORECASE,
    )
    return sentence_case(bare)


def sentence_case(words: str) -> str:
    """A capital first, a full stop last; nothing else changes."""
    words = re.sub(r"[ \u00a0]*[;,]$", "", " ".join(words.split()))
    ended = words if re.search(r"[.!?…:»]$", words) else f"{words}."
    return ended[:1].upper() + ended[1:]
