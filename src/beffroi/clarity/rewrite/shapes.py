"""Dates, hours and amounts in one form: « 1er mars 2026 », « 8 h 30 », « 12 000 € ».

Only the way of writing changes; the value never does.
"""

from __future__ import annotations

import re

from beffroi.clarity.rewrite.types import Applied

RULE = "forme_des_nombres"
REASON = "Dates, heures et montants s’écrivent toujours de la même façon."

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_NAMES = _MONTHS.split("|")
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (rf"\b0([1-9])(?=[ \u00a0](?:{_MONTHS})\b)", r"\1"),
        (
            rf"\b1[ \u00a0]?(?:°|(?=[ \u00a0](?:{_MONTHS})\b))(?<!\d1)(?=[ \u00a0](?:{_MONTHS})\b)",
            "1er",
        ),
        (
            r"\b(\d{1,2})[ \u00a0]?(?:h|H|heures?)[ \u00a0]?00(?!\d)(?:[ \u00a0]?min(?:utes)?)?",
            "\\1 h",
        ),
        (r"\b0([1-9])[ \u00a0]?h(?:eures?)?(?=[ \u00a0]?\d{2}\b)", r"\1 h"),
        (
            r"\b(\d{1,2})[ \u00a0]?(?:h|heures?)[ \u00a0]?(\d{2})(?!\d)"
            r"(?:[ \u00a0]?min(?:utes)?\b)?",
            r"\1 h \2",
        ),
        (
            r"\b(\d{1,2})(?:h|[ \u00a0]heures)(?![\wÀ-ÿ])(?=[ \u00a0](?:à|et|au|,)|[.,;)]|$)",
            r"\1 h",
        ),
        (
            r"(?<=\d)[.](?=\d{3}(?:[.]\d{3})*(?:,\d+)?[ \u00a0]?(?:€|euros?\b|EUR\b|habitants|m²))",
            " ",
        ),
        (r"(?<=\d),00(?=[ \u00a0]?(?:€|euros?\b|EUR\b))", ""),
        (r"(?<=\d)[ \u00a0]?euros?\b", " €"),
        (r"(?<=\d)€", " €"),
        (r"(?<=\d)[ \u00a0]?(?:pour cent|p\. ?100)\b", " %"),
        (
            r"\b(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente)"
            r"[ \u00a0]\((\d+)\)",
            r"\1",
        ),
    )
)
#: Capitals keep their accents.
_CAPITALS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"^A(?=[ \u00a0](?:la|l[’']|ce|cet|cette|ces|chaque|compter|partir|défaut|titre|noter"
            r"|savoir|tout|votre|son|leur)\b)"
        ),
        "À",
    ),
    (re.compile(r"\bE(?=(?:tats?|coles?|tablissements?|tudes?|lections?|nergies?)\b)"), "É"),
)
_SLASHED = re.compile(
    r"(?<![\d/])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])/((?:19|20)\d{2})(?![\d/])"
)


def unify(sentence: str) -> tuple[str, tuple[Applied, ...]]:
    """``sentence`` with its dates, hours and amounts in the house form."""
    new = _SLASHED.sub(_spelled, sentence)
    for pattern, by in (*_STEPS, *_CAPITALS):
        new = pattern.sub(by, new)
    if new == sentence:
        return sentence, ()
    return new, (Applied(rule=RULE, reason=REASON, before=sentence, after=new),)


def _spelled(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    return f"{'1er' if day == 1 else day} {_NAMES[month - 1]} {match[3]}"
