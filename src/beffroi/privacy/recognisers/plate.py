"""Vehicle plates: SIV (AA-123-AA, since 2009) and FNI (123 ABC 45), in any case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention, said_before
from beffroi.privacy.types import Mention

_SEP = r"[ \t\u00a0\-.·_/]{0,3}"
_SIV = re.compile(
    rf"(?<![\w\-])(?P<a>[A-Z]{{2}})(?P<s>{_SEP})\d{{3}}{_SEP}(?P<b>[A-Z]{{2}})(?![\w])", re.I
)
_FNI = re.compile(
    rf"(?<![\w\-.,])\d{{1,4}}{_SEP}(?P<a>[A-Z]{{2,3}}){_SEP}(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\w])",
    re.I,
)
_TRIGGER = re.compile(
    r"(?<!\w)(?:immat\w*|plaques?|min[ée]ralogique|v[ée]hicules?|voitures?|auto|camion\w*|fourgon\w*|"
    r"scooter|moto\w*|cyclo\w*|remorque|caravane|camping-car|utilitaire|peugeot|renault|citro[ëe]n|dacia|"
    r"toyota|volkswagen|vw|ford|opel|fiat|nissan|audi|bmw|mercedes|kia|hyundai|seat|skoda|tesla|"
    r"suzuki|mini|volvo|mazda|honda|clio|m[ée]gane|sc[ée]nic|kangoo|berlingo|partner|golf|polo|"
    r"sandero|duster|twingo|captur|c[1-5]|[2-5]0[0-8]8?|trafic|master|yaris|fiesta|punto|stationn\w+)(?!\w)",
    re.I,
)
#: Two letters that are words: « de 123 le » is no plate without a dash or a trigger.
_WORD_LIST = """
de le la un au du et en ou ce se ne me te je tu il on sa ma ta si ni no ai as es va vu pu eu su or
ha oh ah eh km mn cm mm kg cl ml kw mo ko go hz ht bd av rd rn rf cp bp cs an art les des une
mes ses par sur est qui que son mon ton car pas ans min max tel fax bis ter lot lots eur ttc are
"""
_WORDS = frozenset(_WORD_LIST.split())


#: Any other form after the word that says it: foreign, provisional, of a cyclo.
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:immat(?:ricul(?:[ée]{1,2}s?|ation))?\.?|plaques?(?:\s(?:min[ée]ralogiques?|d[’']immatriculation))?)"
    r"\s*(?:n\s?[°ºo]|num[ée]ro|est|en\s[A-ZÉ][a-zé]+|:|=)?\s*:?\s*"
    r"(?P<v>(?=[A-Z0-9 \-]*\d)(?=[A-Z0-9 \-]*[A-Z])[A-Z0-9]{1,4}(?:[ \-]?[A-Z0-9]{1,4}){1,3})(?!\w)"
)
_PROVISIONAL = re.compile(r"(?<![\w\-])W[ \-]\d{3}[ \-][A-Z]{2}(?![\w\-])")


def find(text: str) -> Iterator[Mention]:
    """Every plate of ``text``."""
    for match in _SIV.finditer(text):
        wordy = match["a"].lower() in _WORDS or match["b"].lower() in _WORDS
        yield from _plate(text, match, wordy=wordy and match["s"].isspace(), base=0.9)
    for match in _FNI.finditer(text):
        long = re.match(r"\d{3,4}", match[0]) is not None and match["a"].isupper()
        known = match["a"].lower() in _WORDS
        yield from _plate(text, match, wordy=known or not long, base=0.7)
    for match in _ANNOUNCED.finditer(text):
        yield mention(text, *match.span("v"), kind="plate", confidence=0.8, rule="plaque.annoncee")
    for match in _PROVISIONAL.finditer(text):
        yield mention(text, *match.span(), kind="plate", confidence=0.8, rule="plaque")


def _plate(text: str, match: re.Match[str], *, wordy: bool, base: float) -> Iterator[Mention]:
    announced = said_before(text, match.start(), _TRIGGER, within=60)
    upper = match[0] == match[0].upper() and match["a"].lower() not in _WORDS
    if announced or not wordy or (upper and len(match["a"]) == 3):
        confidence = 0.97 if announced else base
        yield mention(text, *match.span(), kind="plate", confidence=confidence, rule="plaque")
