"""Spoken syllables of a French word: Lexique 3.83 first, a vowel heuristic beyond it.

Numbers are counted as they are read aloud (« 2026 » → deux mille vingt-six → 4), acronyms as
they are spelled (« PLU » → 3). An elided beginning (« l’ », « qu’ ») adds nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from beffroi.french.lexicon import lexicon

_PARTS = re.compile(r"[’'\u2010\u2011-]+")
_NUMBER = re.compile(r"\d[\d.,/:\u00a0\u202f\u2009 -]*")
_VOWELS = "aàâäeéèêëiîïoôöuùûüyœæ"
_CONSONANT = "[^" + _VOWELS + "]"

# Each rewriting leaves one capital A for a spoken vowel and nothing for a mute one.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"oe|œ", "ö"),
        (r"ae(?=[mn])|æ", "é"),
        (r"(?<=[qg])u(?=[eéèêiîoaâàyö])", ""),
        (r"(?<=g)e(?=[aoâô])", ""),
        (r"(?<=ai)ent$|(?<=oi)ent$|(?<=[éuiï])e(?:s|nt)?$", ""),
        (r"(?<=" + _CONSONANT + r"{2})ement$|(?<=" + _CONSONANT + r")ement$", "AmA"),
        (r"(?<=[iuéay])ement(?=s?$)", "mA"),
        (r"(?<=[iuéa])e(?=[rlt]" + r"(?:a|o|ai))", ""),
        (r"(?<=[ml])ment$", "mA"),
        (r"(?<!m)(?<=" + _CONSONANT + r")ent$", ""),
        (r"(?<=" + _CONSONANT + r")es?$", ""),
        (r"(?<=[aàâoôuéeè])y(?=[aàâeéèêiîoôuö])", "ij"),
        (r"ay(?=s)", "aï"),
        (r"eau|aou(?=l|t$|ts$)|oeu|eû|œu|öu", "A"),
        (r"(?<=[aàâeéèêoôuöù])ill", "j"),
        (r"ill(?=[aeéèêoiuAöâ])", "Aj"),
        (r"([aâàoô])i(?=ll)", r"\1"),
        (r"([bcdfgkptv][rl])(?:[iîy]|ou|u(?!i))(?=[aàâeéèêioôö])", r"\1A-"),
        (r"ou(?=[aàâeéèêiï])(?!i[nm](?![aeiouyé]))", "w"),
        (r"oo", "A"),
        (r"ai|aî|ei|eî|ey(?!$)|ay|au|eu|oû|ou|oi|oî|oy", "A"),
        (r"[iîyu](?=[aàâeéèêoôöA])", ""),
        (r"u(?=[iîy])", ""),
        (r"[" + _VOWELS + r"]", "A"),
    )
)

_UNITS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2)
_TENS = {2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 3, 9: 3}
_ELIDED = dict.fromkeys(("l", "d", "c", "j", "m", "n", "s", "t", "qu"), 0) | dict.fromkeys(
    ("jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"), 1
)
_LETTERS = {"W": 3, "Y": 2}


def syllables(word: str) -> int:
    """Spoken syllables of one word as :func:`beffroi.french.words` gives it; at least 1.

    Raises :class:`beffroi.errors.InstallError` when Lexique is absent.
    """
    return _cached(word)


@lru_cache(maxsize=65_536)
def _cached(word: str) -> int:
    whole = _simple(word.lower())
    known = lexicon().syllables.get(whole)
    if known is not None:
        return max(1, known)
    if _NUMBER.fullmatch(word):
        return number_syllables(word)
    return max(1, sum(_part(part) for part in _PARTS.split(word) if part))


def _part(part: str) -> int:
    low = _simple(part.lower())
    if part[0].isdigit():
        return number_syllables(part)
    if low in _ELIDED:
        return _ELIDED[low]
    known = lexicon().syllables.get(low)
    if known is not None:
        return known
    if part.isupper() and (len(part) <= 4 or not re.search("[AEIOUYÉÈ]", part)):
        return sum(_LETTERS.get(letter, 1) for letter in part)
    return guess(low)


def _simple(low: str) -> str:
    return low.replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("\u2011", "-")


@lru_cache(maxsize=16_384)
def guess(low: str) -> int:
    """Spoken syllables of a lower-case word from its letters alone; at least 1.

    Mute endings go, vowel groups that make one sound are merged, *i*, *u*, *ou* before a vowel
    glide except after a consonant with *r* or *l* (« client » 2, « nation » 2).
    """
    shape = low
    for pattern, by in _STEPS:
        shape = pattern.sub(by, shape)
    return max(1, shape.count("A"))


def number_syllables(written: str) -> int:
    """Syllables of a number read aloud; each group of digits is read on its own."""
    groups = re.findall(r"\d+", re.sub(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3})", "", written))
    return max(1, sum(_integer(int(group[:12])) for group in groups) + written.count(","))


def _integer(value: int) -> int:
    if value >= 1_000_000:
        return _integer(value // 1_000_000) + 2 + (_integer(rest) if (rest := value % 10**6) else 0)
    if value >= 1000:
        head = 0 if value < 2000 else _integer(value // 1000)
        return head + 1 + (_integer(rest) if (rest := value % 1000) else 0)
    if value >= 100:
        head = 0 if value < 200 else _integer(value // 100)
        return head + 1 + (_integer(rest) if (rest := value % 100) else 0)
    if value < 20:
        return _UNITS[value]
    tens, unit = divmod(value, 10)
    if tens in (7, 9):
        return _TENS[tens] + _UNITS[10 + unit] + (unit == 1 and tens == 7)
    return _TENS[tens] + (_UNITS[unit] if unit else 0) + (unit == 1 and tens < 8)
