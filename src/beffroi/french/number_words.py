"""French numbers in words, both ways: « deux cent vingt-trois » ↔ 223.

Traditional and 1990 spellings are read (« vingt et un », « vingt-et-un »), with the Belgian and
Swiss tens.
"""

from __future__ import annotations

import re

from beffroi.french.flat import bare_same_length, flat

UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
SMALL: dict[str, int] = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
SCALES = {
    "mille": 1000,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
}


def ordinal(word: str) -> str:
    """« quatre » → « quatrieme », « neuf » → « neuvieme », « trente et un » → « trente et unieme »."""  # noqa: E501
    if word.endswith("e"):
        word = word[:-1]
    return re.sub(r"f$", "v", re.sub(r"q$", "qu", word.removesuffix("s"))) + "ieme"


def parse_words(text: str) -> int:
    """The value of « deux cent vingt-trois »; ``ValueError`` when it is not a number in words."""
    words = [w for w in re.split(r"[-\s]+", bare_same_length(flat(text)).strip()) if w != "et"]
    if not words or any(not _is_number_word(word) for word in words):
        raise ValueError(text)
    total = current = 0
    for word in words:
        if word in SCALES:
            total, current = (total + max(current, 1) * SCALES[word], 0)
        elif word in ("cent", "cents"):
            current = max(current, 1) * 100
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current += 76
        else:
            current += SMALL[word]
    return total + current


def _is_number_word(word: str) -> bool:
    return word in SMALL or word in SCALES or word in ("cent", "cents")


def to_words(value: int) -> str:
    """``value`` (0 to 999 999 999 999) in words, as French prose writes it."""
    if not 0 <= value < 10**12:
        raise ValueError(value)
    if value == 0:
        return UNITS[0]
    parts = []
    for scale, name in ((10**9, "milliard"), (10**6, "million")):
        count, value = divmod(value, scale)
        if count:
            parts.append(f"{_below_thousand(count)} {name}{'s' if count > 1 else ''}")
    thousands, rest = divmod(value, 1000)
    if thousands:
        head = _below_thousand(thousands, final=False) + " " if thousands > 1 else ""
        parts.append(f"{head}mille")
    if rest:
        parts.append(_below_thousand(rest))
    return " ".join(parts)


def _below_thousand(value: int, *, final: bool = True) -> str:
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _below_hundred(rest, final=final)
    head = f"{UNITS[hundreds]} cent" if hundreds > 1 else "cent"
    if rest:
        return f"{head} {_below_hundred(rest, final=final)}"
    return head + ("s" if hundreds > 1 and final else "")


def _below_hundred(value: int, *, final: bool = True) -> str:
    if value < 20:
        return UNITS[value]
    if value >= 80:
        if value == 80:
            return "quatre-vingts" if final else "quatre-vingt"
        return f"quatre-vingt-{UNITS[value - 80]}"
    ten = 60 if value >= 60 else value // 10 * 10
    unit = value - ten
    if not unit:
        return TENS[ten]
    return f"{TENS[ten]}{' et ' if unit in (1, 11) else '-'}{UNITS[unit]}"
