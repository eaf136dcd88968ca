# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""The written forms of a date, as one pattern that other recognisers share."""

from __future__ import annotations

MONTHS = (
    r"(?:janv?(?:ier|\.)?|f[ée]v(?:r(?:ier|\.)?|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|"
    r"ao[ûu]t|sept?(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)"
)
_UNITS = (
    r"(?:premier|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    r"quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|quatre-?\s?vingts?|octante|"
    r"nonante|cents?|mille|mil|et)"
)
_WORDS = rf"{_UNITS}(?:[\s\-]+{_UNITS}){{0,10}}"
_S = r"[\s\u00a0]{0,3}"
NUMERIC = (
    rf"(?:\d{{1,2}}{_S}[/.\-]{_S}\d{{1,2}}{_S}[/.\-]{_S}\d{{2,4}}|\d{{4}}[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}"
    rf"|\d{{1,2}}[ \u00a0]\d{{2}}[ \u00a0](?:19|20)\d{{2}}|\d{{1,2}}-[A-Za-z]{{3}}-(?:19|20)\d{{2}}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{{2}})"
)
LITERAL = (
    rf"(?:\d{{1,2}}(?:er|ER)?[\s\u00a0\-/,]{{0,3}}(?:du\smois\s)?(?:de\s|d[’'])?{MONTHS}(?:[\s\u00a0,\-/]{{1,3}}(?:\d{{4}}|\d{{2}})(?!\d))?"
    rf"|{_WORDS}[\s\-]+{MONTHS}[\s\-]+(?:{_WORDS}|\d{{4}}))"
)
DATE = rf"(?:{NUMERIC}|{LITERAL})"
YEAR = r"(?:19|20)\d{2}"
