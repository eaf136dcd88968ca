"""An hour that is not written « 8 h 30 »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import Hit, Reading, Rule

_HOUR = re.compile(
    r"(?<![\d:])(?:[01]?\d|2[0-3])(?:[hH][ \u00a0]?\d{2}"
    r"|[ \u00a0]?H[ \u00a0]?(?:\d{2})?|:[0-5]\d)(?![\d:])"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_HOUR):
        yield Hit(span=span, message="Heure mal formée.", suggestion=_shaped(match[0]))


def _shaped(written: str) -> str:
    hour, minutes = re.findall(r"\d+", written + " 00")[:2]
    return f"{int(hour)} h" + (f" {minutes}" if minutes != "00" else "")


RULE = Rule(
    name="forme_de_l_heure",
    title="Forme de l’heure",
    reason="Une même forme partout évite les erreurs de lecture.",
    reference="Lexique des règles typographiques en usage à l’Imprimerie nationale",
    find=find,
)
