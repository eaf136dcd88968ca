# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Points on the earth: decimal degrees or degrees, minutes, seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import every
from beffroi.privacy.types import Mention

_DECIMAL = re.compile(
    r"(?<![\w.,])[+\-]?\d{1,2}[.,]\d{3,}\s?°?\s?[NS]?\s?[,;/ ]\s?(?:lon\w*\s*[:=]?\s*)?[+\-]?\d{1,3}[.,]\d{3,}\s?°?"
    r"(?:\s?[EWO](?!\w))?(?![\w]|[.,]\d)",
    re.I,
)
_DMS = re.compile(
    r"(?<!\w)\d{1,2}\s?°\s?\d{1,2}\s?[’'′]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[\"”″]|''|’’))?\s?[NS]?"
    r"[\s,;/]{0,3}\d{1,3}\s?°\s?\d{1,2}\s?[’'′]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[\"”″]|''|’’))?\s?(?:[EWO](?!\w))?",
    re.I,
)
_LETTER_FIRST = re.compile(
    r"(?<!\w)[NS]\s?\d{1,2}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?[’'′]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[\"”″]|''|’’))?"
    r"[\s,;/]{0,3}[EWO]\s?\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?[’'′]?\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[\"”″]|''|’’)?)?",
    re.I,
)
_ONE = re.compile(
    r"(?<!\w)(?:lat(?:itude)?|lon(?:g(?:itude)?)?)\s*[:=]?\s*(?P<g>[+\-]?\d{1,3}[.,]\d{3,}\s?°?)",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every point of ``text``."""
    for pattern, group in ((_DECIMAL, 0), (_DMS, 0), (_LETTER_FIRST, 0), (_ONE, "g")):
        yield from every(text, pattern, kind="gps", confidence=0.9, rule="gps", group=group)
