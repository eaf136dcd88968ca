"""Bank cards: 13 to 19 digits in groups; Luhn's sum (ISO/IEC 7812) only changes the confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention, said_before
from beffroi.privacy.types import Mention

_SEP = r"[ \t\u00a0\u202f.\-]"
_GROUPS = re.compile(
    rf"(?<![\w])(?<!\d[.,\-])(?:\d{{4}}{_SEP}\d{{4}}{_SEP}\d{{4}}{_SEP}\d{{1,7}}|3\d{{3}}{_SEP}\d{{6}}{_SEP}\d{{4,5}}"
    rf"|[2-6]\d{{15}})(?![\w]|[.,\-]\d)"
)
_TRIGGER = re.compile(
    r"(?<!\w)(?:cb|carte|visa|mastercard|maestro|amex|american express)(?!\w)", re.I
)
_ANY = re.compile(rf"(?<!\w)\d(?:{_SEP}?\d){{11,18}}(?!\w)")


def find(text: str) -> Iterator[Mention]:
    """Every card number of ``text``."""
    for match in _GROUPS.finditer(text):
        confidence = 0.97 if is_valid(match[0]) else 0.75
        yield mention(text, *match.span(), kind="card", confidence=confidence, rule="carte")
    for match in _ANY.finditer(text):
        if said_before(text, match.start(), _TRIGGER):
            yield mention(text, *match.span(), kind="card", confidence=0.9, rule="carte.annonce")


def is_valid(number: str) -> bool:
    """Luhn's sum."""
    digits = [int(c) for c in number if c.isdigit()][::-1]
    doubled = [d if i % 2 == 0 else (2 * d - 9 if d > 4 else 2 * d) for i, d in enumerate(digits)]
    return len(digits) >= 13 and sum(doubled) % 10 == 0
