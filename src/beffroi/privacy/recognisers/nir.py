"""NIR, the number of social security: with or without key, spaces, Corsica, provisional.

Sex (1, 2; 3, 4 foreign under way; 7, 8 provisional), year, month (01–12, 20–42 and 50–99 when
unknown), département (2A, 2B; 97x, 98x overseas; 99 abroad), commune, order; key = 97 − number
modulo 97 (décret n° 82-103 du 22 janvier 1982 modifié).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention, said_before
from beffroi.privacy.types import Mention

_SEP = r"[ \t\u00a0\u202f.\-/_]{0,4}"
_NIR = re.compile(
    rf"(?<![\w])(?<!\d[.,\-])[1-478]{_SEP}\d{{2}}{_SEP}(?:0[1-9]|1[0-2]|[2-9]\d){_SEP}"
    rf"(?:\d{{2}}|2[ABab]){_SEP}\d{{3}}{_SEP}\d{{3}}(?:{_SEP}(?:cl[ée]\s?:?\s?)?\d{{2}})?(?![\w]|[.,\-]\d)",
    re.I,
)
#: Copied from boxes: « 1 2 5 2 8 8 6 3 4 2 2 0 9 3 ».
_BOXES = re.compile(r"(?<![\w])(?<!\d )\d(?:[ |]\d){11,24}(?![\w]| \d(?!\d))")
_TRIGGER = re.compile(
    r"(?<!\w)(?:nir|nia|s[ée]cu(?:rit[ée])?(?:\s+sociale)?|insee|(?:num[ée]ro|n°)\s?ss|"
    r"(?:carte\s+)?vitale|assur[ée]e?(?:\s+social)?|immatriculation)(?!\w)",
    re.I,
)
_ANNOUNCED = re.compile(rf"(?<!\w)\d(?:{_SEP}[\dABab]){{10,15}}(?!\w)")


def find(text: str) -> Iterator[Mention]:
    """Every NIR of ``text``."""
    for match in _NIR.finditer(text):
        yield _nir(text, match, 0.99 if is_valid(match[0]) else 0.8, "nir")
    for match in _BOXES.finditer(text):
        yield _nir(text, match, 0.85, "nir.cases")
    for match in _ANNOUNCED.finditer(text):
        if said_before(text, match.start(), _TRIGGER, within=45):
            yield _nir(text, match, 0.9, "nir.annonce")


def _nir(text: str, match: re.Match[str], confidence: float, rule: str) -> Mention:
    if said_before(text, match.start(), _TRIGGER):
        confidence = max(confidence, 0.95)
    return mention(text, *match.span(), kind="nir", confidence=confidence, rule=rule)


def is_valid(number: str) -> bool:
    """Whether ``number`` has fifteen characters and the right key."""
    bare = re.sub(r"[^0-9AB]", "", number.upper().replace("CLÉ", "").replace("CLE", ""))
    if len(bare) != 15:
        return False
    digits = bare.replace("2A", "19", 1).replace("2B", "18", 1) if bare[5:7] in "2A2B" else bare
    return digits.isdigit() and 97 - int(digits[:13]) % 97 == int(digits[13:])
