"""IBAN and RIB, spaced or not, in any case, complete or cut.

ISO 13616: two letters of country, two check digits, up to thirty characters; the remainder of the
number, letters read as 10 to 35, divided by 97 is 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention
from beffroi.privacy.types import Mention

_COUNTRIES = (
    "FR|MC|BE|CH|LU|DE|ES|IT|PT|NL|GB|IE|PL|RO|AT|DK|SE|FI|NO|GR|CZ|HU|BG|HR|SI|SK|MT|CY|LT|LV|EE|"
    "MA|TN|DZ|TR|SM|AD|LI|IS|GP|MQ|RE|GF|YT|NC|PF|PM|WF|MU|MR"
)
_SEP = r"[ \t\u00a0\u202f.\-]?"
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_COUNTRIES}){_SEP}\d{{2}}(?:{_SEP}\d{{2,5}}|{_SEP}[A-Za-z0-9]{{4}})"
    rf"(?:{_SEP}(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{{1,5}}){{2,7}}(?![A-Za-z0-9])",
    re.I,
)
_FRENCH = re.compile(
    rf"(?<![A-Za-z0-9])FR{_SEP}\d{_SEP}\d(?:[ \t\u00a0\u202f.\-]{{0,2}}[A-Za-z0-9]){{15,24}}"
    rf"(?![A-Za-z0-9])",
    re.I,
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:IBAN|RIB|compte\s+bancaire|coordonn[ée]es\s+bancaires|n°\s+de\s+compte|"
    r"num[ée]ro\s+de\s+compte)\s*(?:bancaire|n°|no|num[ée]ro|est|:|=|\||,|\s)*\s*"
    r"(?P<n>[A-Za-z]{0,2}\d(?:[ \t\u00a0.\-]{0,2}(?:\d|[A-Za-z](?![a-zàâéèêëîïôûùç]))){9,32})",
    re.I,
)
_RIB = re.compile(
    r"(?<![A-Za-z0-9])\d{5}[ \t|]{1,3}\d{5}[ \t|]{1,3}[A-Za-z0-9]{11}[ \t|]{1,3}\d{2}"
    r"(?![A-Za-z0-9])"
)

#: Countries whose letters are French words.
_WORDY = re.compile(r"(?:de|es|si|se|no|ma|re|pm|tn)[ \u00a0]")


def find(text: str) -> Iterator[Mention]:
    """Every bank account of ``text``."""
    for pattern, group in ((_FRENCH, 0), (_IBAN, 0), (_RIB, 0), (_ANNOUNCED, "n")):
        for match in pattern.finditer(text):
            start, end = match.span(group)
            end = _without_next_word(text, start, end)
            if _WORDY.match(text, start) and not is_valid(text[start:end]):
                continue  # « de 120000000 euros »
            confidence = 0.99 if is_valid(text[start:end]) else 0.8
            yield mention(text, start, end, kind="iban", confidence=confidence, rule="iban")


def _without_next_word(text: str, start: int, end: int) -> int:
    """« FR76… 185 et » must not take « et »: letters alone at the end are the next word."""
    tail = re.search(r"[ \t\u00a0][A-Za-z]+$", text[start:end])
    return start + tail.start() if tail else end


def is_valid(number: str) -> bool:
    """Whether the check digits of an IBAN are right (ISO 13616)."""
    bare = re.sub(r"[^A-Za-z0-9]", "", number).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", bare):
        return False
    return int("".join(str(int(c, 36)) for c in bare[4:] + bare[:4])) % 97 == 1
