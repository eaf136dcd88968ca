"""Durations and ages: « 3 mois », « quinze jours ouvrés », « 48 heures », « un trimestre ».

Two units cannot be told from each other without a calendar: minutes (with hours, days, weeks) and
months (with quarters, half-years, years). A duration is a number of one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat
from beffroi.french.numbers import Number, numbers

#: Unit in words → (base, how many of it).
UNITS: dict[str, tuple[str, int]] = {
    "minute": ("minute", 1),
    "mn": ("minute", 1),
    "min": ("minute", 1),
    "heure": ("minute", 60),
    "h": ("minute", 60),
    "journee": ("minute", 1440),
    "jour": ("minute", 1440),
    "nuit": ("nuit", 1),
    "nuitee": ("nuit", 1),
    "j": ("minute", 1440),
    "semaine": ("minute", 10080),
    "quinzaine": ("minute", 21600),
    "mois": ("mois", 1),
    "trimestre": ("mois", 3),
    "semestre": ("mois", 6),
    "annee": ("mois", 12),
    "an": ("mois", 12),
    "seconde": ("seconde", 1),
}

#: How days are counted (« ouvrés » lundi–vendredi, « ouvrables » lundi–samedi, « francs » entiers).
DAY_KINDS = {"ouvre": "ouvré", "ouvrable": "ouvrable", "franc": "franc", "calendaire": "calendaire"}

_UNIT_AFTER = re.compile(
    r"(?:(?: et demie?)?) ?-?(?P<unit>minutes?|mn|min|heures?|h|journees?|jours?|j|nuits?|nuitees?"
    r"|semaines?|mois|trimestres?|semestres?|annees?|ans?|secondes?)(?![\w'])"
    r"(?P<half> et demie?)?(?: (?P<kind>ouvre|ouvrable|franc|calendaire)e?s?(?!\w))?"
)
_ELLIPSIS = re.compile(r" ?(?:a|et|ou|-|/) ?$")
_ALONE = re.compile(
    r"(?<!\w)(?P<lead>un |le |par |chaque |d'un )?(?P<name>trimestre|semestre|demi-heure|demi-journee"  # noqa: E501
    r"|quart d'heure|mois(?= (?:qui suit|suivant))|(?<=dans le )mois|(?<=sous )huitaine|quinzaine(?: de jours)?|quinze jours)(?!\w)"  # noqa: E501
)
_ALONE_VALUES = {
    "trimestre": ("mois", Fraction(3)),
    "semestre": ("mois", Fraction(6)),
    "mois": ("mois", Fraction(1)),
    "huitaine": ("minute", Fraction(11520)),
    "demi-heure": ("minute", Fraction(30)),
    "quart d'heure": ("minute", Fraction(15)),
    "demi-journee": ("demi-journee", Fraction(1)),
    "quinzaine": ("minute", Fraction(21600)),
    "quinzaine de jours": ("minute", Fraction(21600)),
    "quinze jours": ("minute", Fraction(21600)),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Duration:
    """``amount`` of ``base`` (« minute », « mois », « nuit »…); ``day_kind`` « ouvré » or «».

    ``unit`` is the unit as written, in the singular; ``elliptical`` when it was written further.
    """

    span: Span
    base: str
    amount: Fraction
    unit: str
    day_kind: str = ""
    elliptical: bool = False

    @property
    def value(self) -> tuple[str, Fraction, str]:
        """What makes two durations equal."""
        return (self.base, self.amount, self.day_kind)


def durations(text: str, known: list[Number] | None = None) -> list[Duration]:
    """Every duration or age of ``text``, in order. ``known``: its numbers, if already found."""
    plain = bare_same_length(flat(text))
    found: list[Duration] = []
    counted = numbers(text) if known is None else known
    for index, number in enumerate(counted):
        match = _UNIT_AFTER.match(plain, number.span.end)
        if match and not _is_not_duration(plain, match):
            duration = _read(number, match)
            found += _elliptical(counted[:index], duration, plain, match)
            found.append(duration)
    taken = [d.span for d in found]
    for match in _ALONE.finditer(plain):
        if all(match.end() <= s.start or match.start() >= s.end for s in taken):
            base, amount = _ALONE_VALUES[match["name"]]
            span = Span(start=match.start("name"), end=match.end("name"))
            found.append(Duration(span=span, base=base, amount=amount, unit=match["name"]))
    return sorted(found, key=lambda duration: duration.span)


def _is_not_duration(plain: str, match: re.Match[str]) -> bool:
    """« 8 h 30 » is a time; « 2 j » alone is too short to be sure of outside lower-case units."""
    return match["unit"] in ("h",) and bool(re.match(r" ?\d\d(?!\d)", plain[match.end() :]))


def _read(number: Number, match: re.Match[str]) -> Duration:
    word = match["unit"]
    unit = word if word == "mois" else word.rstrip("s")
    base, size = UNITS[unit]
    half = Fraction(1, 2) if match["half"] or " et demi" in match[0] else Fraction(0)
    return Duration(
        span=Span(start=number.span.start, end=match.end()),
        base=base,
        amount=(number.value + half) * size,
        unit=unit,
        day_kind=DAY_KINDS.get(match["kind"] or "", ""),
    )


def _elliptical(
    before: list[Number], duration: Duration, plain: str, match: re.Match[str]
) -> list[Duration]:
    """« de 3 à 11 ans »: the 3 counts years too."""
    if not before or not _ELLIPSIS.fullmatch(plain[before[-1].span.end : duration.span.start]):
        return []
    number = before[-1]
    size = UNITS[duration.unit][1]
    return [
        Duration(
            span=number.span, base=duration.base, amount=number.value * size, unit=duration.unit,
            day_kind=duration.day_kind, elliptical=True,
        )
    ]  # fmt: skip
