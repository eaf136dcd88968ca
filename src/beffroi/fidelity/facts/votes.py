"""Votes: « 23 voix pour, 4 contre, 2 abstentions », « à l’unanimité », « à la majorité »."""

from __future__ import annotations

import re

from beffroi.fidelity.facts.reading import Reading
from beffroi.findings import Span
from beffroi.french.numbers import Number

_AFTER = re.compile(
    r" ?(?:voix|votes?|conseillers?|elus?|membres?)?(?: (?:se sont|ont vote|s'est|a vote|votent))? ?"  # noqa: E501
    r"(?P<side>pour|contre|abst\w+|favorables?|defavorables?|absten\w+)(?!\w)"
)
_BEFORE = re.compile(r"(?P<side>pour|contre|abst\w+) ?: ?$")
#: « aucune voix contre », « sans abstention » are votes of 0.
_NONE = re.compile(
    r"(?<!\w)(?:aucune?|sans|pas d[e']) ?(?:voix |votes? )?(?P<side>contre|abstention\w*)(?!\w)"
)
_ALL = (
    (re.compile(r"(?<!\w)(?:a l')?unanimite(?!\w)|(?<!\w)unanimement(?!\w)"), "unanimite"),
    (re.compile(r"(?<!\w)a la majorite(?! absolue des|\w)(?: des (?:voix|suffrages|votants|membres))?"), "majorite"),  # noqa: E501
)  # fmt: skip


def read_votes(reading: Reading) -> None:
    for number in reading.numbers:
        side = _side(reading.plain, number)
        if side and not (number.article and side == "contre"):
            reading.add("vote", (side, str(number.value)), number.span, bound="", approximate=False)
    for match in _NONE.finditer(reading.plain):
        side = "contre" if match["side"] == "contre" else "abstention"
        span = Span(start=match.start(), end=match.end())
        reading.add("vote", (side, "0"), span, bound="", approximate=False)
    for pattern, value in _ALL:
        for match in pattern.finditer(reading.plain):
            span = Span(start=match.start(), end=match.end())
            reading.add("vote", (value,), span, bound="", approximate=False)


def _side(plain: str, number: Number) -> str:
    match = _AFTER.match(plain, number.span.end)
    governs = match and re.match(r" (?:les|la|le|l'|une|des|cette|ce|\d)", plain[match.end() :])
    if governs and not re.match(r" ?voix", plain[number.span.end :]):
        match = None
    match = match or _BEFORE.search(plain[max(0, number.span.start - 16) : number.span.start])
    if not match:
        return ""
    side = match["side"]
    if side.startswith("abst"):
        return "abstention"
    return "contre" if side in ("contre",) or side.startswith("defav") else "pour"
