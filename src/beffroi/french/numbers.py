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
from beffroi.french.number_words import SCALES, SMALL, ordinal, parse_words, to_words

_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip

_WORD = "|".join(sorted([*SMALL, "cents?", *SCALES], key=len, reverse=True))
_WORDS = re.compile(rf"(?<![\w-])(?:{_WORD})(?:[- ]et[- ](?:une?|onze)|[- ](?:{_WORD}))*(?![\w-])")
_DIGITS = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[ .']\d{3})+(?!\d)|\d+)(?:,\d+|\.\d{1,2}(?![\d.]))?(?!\d)"
)
_SCALE_AFTER = re.compile(r" (mille|millions?|milliards?)(?!\w)")
_COLLECTIVE = re.compile(rf"(?<!\w)(?:une |deux )?({'|'.join(_COLLECTIVES)})s?(?!\w)")


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


@cache
def _ordinal_table() -> dict[str, int]:
    table = {ordinal(bare_same_length(to_words(n))): n for n in range(2, 100)}
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
                value=number.value * SCALES[match[1]],
                span=Span(start=number.span.start, end=match.end()),
            )
        scaled.append(number)
    return [number for number in scaled if number.span.start not in absorbed]
