# ruff: noqa: E501  (regular expressions read better whole)
"""Telephone numbers: every French spelling, overseas, foreign, and what a trigger announces.

National numbering plan: ten digits, the first 0 (ARCEP decision 2018-0881). A number with a digit
too many or too few is still someone's: it is found when a word announces it or its form tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention, said_before
from beffroi.privacy.types import Mention

_SEP = r"[ \t.\-–—_/\u00a0\u202f·]{0,3}"
_BEGIN = r"(?<![\w@])(?<!\d[.,/\-])"
_END = r"(?![\w@]|[.,/\-]\d)"
#: « tel0612345678 », « au06… »: a space was forgotten.
_GLUED = r"(?:(?<=tel)|(?<=tél)|(?<=\bau)|(?<=\ble)|(?<=port)|(?<=fixe)|(?<=mob))"
_NATIONAL = re.compile(
    rf"(?:{_BEGIN}|{_GLUED})[0Oo]{_SEP}[1-9](?:{_SEP}[\dOo]{{2}}){{4}}(?![\d_@]|[.,/\-]\d)", re.I
)
_OTHER_GROUPS = re.compile(rf"{_BEGIN}0[1-9](?:{_SEP}\d){{8}}{_END}")
_INTERNATIONAL = re.compile(
    rf"(?<![\w@])(?:\+|(?<!\d )00)\s?\d{{1,3}}{_SEP}(?:\(0\){_SEP})?(?:\d{_SEP}){{6,11}}\d{_END}"
    rf"|(?<![\w@])\(\+?\d{{2,3}}\){_SEP}(?:\(0\))?(?:\d{_SEP}){{6,11}}\d{_END}"
)
#: One digit too many or too few, but a mobile's beginning and pairs.
_NEARLY = re.compile(
    rf"{_BEGIN}0[1-9](?:[ .\-/]\d{{2}}){{3}}[ .\-/]\d{{1}}{_END}"
    rf"|{_BEGIN}0[1-9](?:[ .\-/]\d{{2}}){{4}}[ .\-/]?\d{_END}"
    rf"|{_BEGIN}0[67]\d{{7}}{_END}|{_BEGIN}0[67]\d{{9}}{_END}"
    rf"|{_BEGIN}[67](?:[ .\-]\d{{2}}){{4}}{_END}"
)
_TRIGGER = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phon\w*)?|t[ée]l\.?\s?(?:port|fixe)\w*|portable|mobile|fixe|gsm|fax|"
    r"t[ée]l[ée]copie|phone|num[ée]ro|num|n°|joignable|joindre|rappel\w*|appel\w*|contact\w*|"
    r"whats?app|sms|☎|📞|📱)(?!\w)",
    re.I,
)
_ANY = re.compile(rf"(?<![\w@])\+?\(?\d(?:[ .\-/\u00a0]?\d){{5,13}}{_END}")
_STRONG_TRIGGER = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phon\w*)?\.?(?:\s?(?:port|fixe|perso|pro|dom|mob)\w*\.?)?|portable|"
    r"mobile|gsm|fax|joignables?|(?:r?appel\w*|joindre|contact\w*)(?:[\s\w]{0,14})\s(?:au|sur le)|"
    r"☎|📞|📱)"
    r"\s*(?:\(\w+\)\s*)?(?:n°|num[ée]ro)?\s*(?:[:=]|est|au|:\s|\|)?\s*(?:le\s|au\s|est\s)?\s*$",
    re.I,
)
_SHORT = re.compile(r"(?<![\w@])\d{4,6}(?![\w@]|[.,/\-]\d)")


#: « zéro six trente-neuf quatre-vingt-dix-huit zéro deux onze », « 06 xx 45 12 78 ».
_NUMBER_WORD = (
    r"(?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|"
    r"trente|quarante|cinquante|soixante|septante|octante|huitante|nonante|et)"
)
_SPOKEN = re.compile(
    rf"(?<!\w)(?:z[ée]ro|plus\strente[- ]trois)(?:[\s\-,]+{_NUMBER_WORD}){{4,20}}(?!\w)"
    rf"|(?<!\w)z[ée]ro[\s\-,]+(?:{_NUMBER_WORD}|[1-9])(?:[\s\-,.]+(?:\d\d(?!\d)|{_NUMBER_WORD})){{4,12}}(?![\w])"
    rf"|(?<![\w@])0\s?[1-9](?:[\s\-,]+{_NUMBER_WORD}){{4,20}}(?!\w)",
    re.I,
)
#: « 0 7 6 6 5 4 1 2 0 9 », digit by digit, and not a row of counts.
_ONE_BY_ONE = re.compile(r"(?<![\w@])(?<!\d[ .\-])0([ .\-])[1-9](?:\1\d){8}(?![\w@]|[ .\-]\d)")
_HALF_HIDDEN = re.compile(
    r"(?<![\w@])0[1-9](?=(?:[ .\-]?(?:\d\d|xx|\*\*|\?\?|__)){4}(?!\w))(?:[ .\-]?\d\d)*[ .\-]?(?:xx|\*\*|\?\?|__)"
    r"(?:[ .\-]?(?:\d\d|xx|\*\*|\?\?|__))*(?!\w)",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every telephone number of ``text``."""
    for pattern, confidence in (
        (_NATIONAL, 0.97),
        (_OTHER_GROUPS, 0.9),
        (_INTERNATIONAL, 0.95),
        (_NEARLY, 0.75),
        (_SPOKEN, 0.85),
        (_ONE_BY_ONE, 0.8),
        (_HALF_HIDDEN, 0.7),
    ):
        for match in pattern.finditer(text):
            sure = 0.99 if said_before(text, match.start(), _TRIGGER) else confidence
            yield _number(text, match.start(), match.end(), sure, "telephone")
    yield from _announced(text)


def _announced(text: str) -> Iterator[Mention]:
    for match in _ANY.finditer(text):
        if said_before(text, match.start(), _STRONG_TRIGGER):
            yield _number(text, match.start(), match.end(), 0.85, "telephone.annonce")
    for match in _SHORT.finditer(text):
        if len(match[0]) > 4 and said_before(text, match.start(), _STRONG_TRIGGER):
            yield _number(text, match.start(), match.end(), 0.6, "telephone.poste")


def _number(text: str, start: int, end: int, confidence: float, rule: str) -> Mention:
    return mention(text, start, end, kind="phone", confidence=confidence, rule=rule)
