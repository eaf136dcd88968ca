"""Times of day: « 8 h 30 », « 8h », « 20:30 », « 8 heures », « midi », « minuit »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat
from beffroi.french.number_words import parse_words, to_words

_HOUR_WORDS = "|".join(
    sorted((bare_same_length(to_words(n)) for n in range(1, 24)), key=len, reverse=True)
)
_TIME = re.compile(
    rf"(?<![\w,.])(?P<hour>[01]?\d|2[0-4]|{_HOUR_WORDS}|une)"
    r"(?: ?(?P<mark>heures?|h|:)(?![a-z]))"
    r"(?: ?(?P<minute>[0-5]\d)(?![\d/]|\s?(?:€|%|euros|places|personne|jour))| (?P<half>et demie|et quart|moins le quart))?"  # noqa: E501
)
_NAMED = re.compile(
    r"(?<!\w)(?:a |de |et |jusqu'a |avant |des |apres |vers |- )?(?P<name>midi|minuit)(?!\w)"
)
_DURATION_LEAD = re.compile(
    r"(?:delai de|duree de|pendant|durant|sous|dans les|dans un delai de|toutes les|moins de|plus de"  # noqa: E501
    r"|au moins|au plus|maximum|minimum|limitee? a|par tranche de|volume de|dans|pour|soit|forfait de|depuis"  # noqa: E501
    r"|en|sur|il y a|total de|quota de|excede|depasse|reste de|d'une|les|prevenance de) $"
)
_CLOCK_LEAD = re.compile(
    r"(?:\b(?:a|de|des|avant|apres|vers|jusqu'a|entre|et|ou|a partir de|-|ouvert|ouverte"
    r"|horaires?|heure|rdv|rendez-vous)|[-:;(|/,])\s?$"
)


_WORD_LEAD = re.compile(r"\b(?:a|des|jusqu'a|vers|avant|apres|entre|et|de) $")


@dataclass(frozen=True, kw_only=True, slots=True)
class Time:
    """``minutes`` since midnight; ``sure`` is false when « 2 heures » could be a duration."""

    span: Span
    minutes: int
    sure: bool = True


def times(text: str) -> list[Time]:
    """Every time of day of ``text``, in order."""
    plain = bare_same_length(flat(text))
    found = [time for match in _TIME.finditer(plain) if (time := _read(match, plain))]
    for match in _NAMED.finditer(plain):
        lead = match["name"] == "midi" and re.search(r"apres[- ]$", plain[: match.start("name")])
        if not lead:
            minutes = 720 if match["name"] == "midi" else 1440
            span = Span(start=match.start("name"), end=match.end("name"))
            found.append(Time(span=span, minutes=minutes, sure=match[0] != match["name"]))
    return sorted(found, key=lambda time: time.span)


def format_time(minutes: int) -> str:
    """« 7 h 30 », « 8 h », with no-break spaces."""
    hour, minute = divmod(minutes, 60)
    return f"{hour}\u00a0h" + (f"\u00a0{minute:02d}" if minute else "")


def _read(match: re.Match[str], plain: str) -> Time | None:
    hour = int(match["hour"]) if match["hour"].isdigit() else parse_words(match["hour"])
    before = plain[max(0, match.start() - 24) : match.start()]
    if match["mark"] == ":" and not match["minute"]:
        return None
    if _DURATION_LEAD.search(before) and not match["minute"]:
        return None
    in_words = match["mark"].startswith("heure") and not match["hour"].isdigit()
    if in_words and not _WORD_LEAD.search(before):
        return None
    after = plain[match.end() : match.end() + 18]
    if match["mark"] != ":" and _after_duration(after) and not match["minute"]:
        return None
    span = Span(start=match.start(), end=match.end())
    return Time(span=span, minutes=hour * 60 + _minutes(match), sure=_is_clock(match, before))


def _after_duration(after: str) -> bool:
    return bool(
        re.match(
            r" ?(?:par |avant|a l'avance|/ ?24|de (?:travail|cours|formation|retard)|sur 24|consecutiv|supplementaire|maximum|minimum|/)",  # noqa: E501
            after,
        )
    )


def _is_clock(match: re.Match[str], before: str) -> bool:
    return bool(match["minute"]) or bool(_CLOCK_LEAD.search(before))


def _minutes(match: re.Match[str]) -> int:
    if match["minute"]:
        return int(match["minute"])
    return {"et demie": 30, "et quart": 15, "moins le quart": -15}.get(match["half"] or "", 0)
