"""Cadastral parcels: « parcelle AB 123 », « section ZC n° 45 », « cadastrée AB n° 12 et 13 »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import every
from beffroi.privacy.types import Mention

_REFERENCE = (
    r"(?:\d{3}\s)?(?!(?:de|du|la|le|au|en|et|un|n)\b)[A-Z]{1,2}[\s\u00a0]?(?:n\s?[°ºo]s?|num[ée]ros?|,)?[\s\u00a0]?\d{1,4}(?!\d|\s?(?:m2|m²|ha|ares?)\b)"
    r"(?:\s?(?:,|et|-|/|&)\s?(?:[A-Z]{0,2}\s?)?(?:n\s?[°ºo]\s?)?\d{1,4}(?!\d))*"
)
_PARCEL = re.compile(
    r"(?<!\w)(?:parcelles?|cadastr[ée]e?s?|r[ée]f[ée]rences?\s+cadastrales?|cadastre|terrains?|(?=sections?\s))"
    r"(?:\s+(?:de\s+terrain|cadastr[ée]e?s?|n\s?[°ºo]|num[ée]ros?|situ[ée]e?s?|sises?|sous|le|la|les|"
    rf"r[ée]f[ée]rences?|au|cadastrales?))*\s*[:,]?\s*(?P<p>(?:sections?\s+)?{_REFERENCE})(?!\w)",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every parcel of ``text``."""
    return every(text, _PARCEL, kind="parcel", confidence=0.85, rule="parcelle", group="p")
