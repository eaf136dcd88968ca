"""French numbers, in digits and in words, with where they stand.

Digits follow the French typographic rules (thin space between thousands, comma before decimals);
a dot or an apostrophe between thousands is read too. Words follow both the traditional and the
1990 spellings (« vingt et un », « vingt-et-un »), and the Belgian and Swiss tens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from beffroi.findings import Span
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

_SMALL: dict[str, int] = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
_SCALES = {
    "mille": 1000,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
}
_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip

_WORD = "|".join(sorted([*_SMALL, "cents?", *_SCALES], key=len, reverse=True))
_WORDS = re.compile(rf"(?<![\w-])(?:{_WORD})(?:[- ]et[- ](?:une?|onze)|[- ](?:{_WORD}))*(?![\w-])")
_DIGITS = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[ .']\d{3})+(?!\d)|\d+)(?:,\d+|\.\d{1,2}(?![\d.]))?(?!\d)"
)
_SCALE_AFTER = re.compile(r" (mille|millions?|milliards?)(?!\w)")
_COLLECTIVE = re.compile(rf"(?<!\w)(?:une |deux )?({'|'.join(_COLLECTIVES)})s?(?!\w)")


def _ordinal(word: str) -> str:
    """« quatre » → « quatrieme », « neuf » → « neuvieme », « trente et un » → « trente et unieme »."""  # noqa: E501
    if word.endswith("e"):
        word = word[:-1]
    return re.sub(r"f$", "v", re.sub(r"q$", "qu", word.removesuffix("s"))) + "ieme"


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A number at ``span``; ``words`` when spelled out; ``article`` for a lone « un » or « une »."""  # noqa: E501

    value: Fraction
    span: Span
    words: bool = False
    article: bool = False
    collective: bool = False


def parse_digits(text: str) -> Fraction:
    """The value of « 1 250,50 », « 1.250,50 », « 12.5 »; ``ValueError`` for anything else."""
    compact = re.sub(r"[\s\u00a0\u202f']", "", text)
    if "," in compact:
        compact = compact.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+", compact):
        compact = compact.replace(".", "")
    return Fraction(compact)


def parse_words(text: str) -> int:
    """The value of « deux cent vingt-trois »; ``ValueError`` when it is not a number in words."""
    words = [w for w in re.split(r"[-\s]+", bare_same_length(flat(text)).strip()) if w != "et"]
    if not words or any(not _is_number_word(word) for word in words):
        raise ValueError(text)
    total = current = 0
    for word in words:
        if word in _SCALES:
            total, current = (total + max(current, 1) * _SCALES[word], 0)
        elif word in ("cent", "cents"):
            current = max(current, 1) * 100
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current += 76
        else:
            current += _SMALL[word]
    return total + current


def _is_number_word(word: str) -> bool:
    return word in _SMALL or word in _SCALES or word in ("cent", "cents")


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


@cache
def _ordinal_table() -> dict[str, int]:
    table = {_ordinal(bare_same_length(to_words(n))): n for n in range(2, 100)}
    return table | {"premier": 1, "premiere": 1, "second": 2, "seconde": 2}


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    words = sorted(_ordinal_table(), key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace(r"\ et\ ", "[ -]et[ -]") for word in words)
    return re.compile(rf"(?<![\w-])({spelled})s?(?![\w-])")


def ordinals(text: str) -> list[Number]:
    """Ranks in words: « deuxième », « trente et unième », « premier » (their ``value`` is the rank)."""  # noqa: E501
    plain = bare_same_length(flat(text))
    table = _ordinal_table()
    found = []
    for match in _ordinal_pattern().finditer(plain):
        value = table.get(match[1].replace("-et-", " et "))
        if value:
            span = Span(start=match.start(), end=match.end())
            found.append(Number(value=Fraction(value), span=span, words=True))
    return found


def numbers(text: str) -> list[Number]:
    """Every number of ``text`` in order, digits and words; two never overlap."""
    plain = bare_same_length(flat(text))
    found = [_from_digits(match) for match in _DIGITS.finditer(plain)]
    found += [_from_collective(match) for match in _COLLECTIVE.finditer(plain)]
    taken = [number.span for number in found]
    for match in _WORDS.finditer(plain):
        if all(match.end() <= span.start or match.start() >= span.end for span in taken):
            found.append(_from_words(match))
    return sorted(_scaled(found, plain), key=lambda number: number.span)


def _from_digits(match: re.Match[str]) -> Number:
    return Number(value=parse_digits(match[0]), span=Span(start=match.start(), end=match.end()))


def _from_words(match: re.Match[str]) -> Number:
    span = Span(start=match.start(), end=match.end())
    return Number(
        value=Fraction(parse_words(match[0])),
        span=span,
        words=True,
        article=match[0] in ("un", "une"),
    )


def _from_collective(match: re.Match[str]) -> Number:
    value = _COLLECTIVES[match[1]] * (2 if match[0].startswith("deux ") else 1)
    span = Span(start=match.start(), end=match.end())
    return Number(value=Fraction(value), span=span, words=True, collective=True)


def _scaled(found: list[Number], plain: str) -> list[Number]:
    """« 3 millions », « 2,5 milliards »: the scale written after digits joins them."""
    scaled = []
    absorbed: set[int] = set()
    for number in found:
        match = None if number.words else _SCALE_AFTER.match(plain, number.span.end)
        if match:
            absorbed.add(match.start(1))
            number = Number(
                value=number.value * _SCALES[match[1]],
                span=Span(start=number.span.start, end=match.end()),
            )
        scaled.append(number)
    return [number for number in scaled if number.span.start not in absorbed]
