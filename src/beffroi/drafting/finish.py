"""The last touch of every text: French typography, except where a channel counts characters."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext
from beffroi.french import typographic

#: Account, social security and other long numbers in groups: they come back as they were given.
_GROUPED = re.compile(r"\b[A-Z]{0,2}\d{1,4}(?:[ ][A-Z0-9]{2,4}){3,}\b")


def finished(text: str, context: CheckContext) -> str:
    """``text`` with its no-break spaces, apostrophes and quotation marks; an SMS stays in GSM-7.

    Numbers in groups (IBAN, social security…) keep their exact characters.
    """
    if context.alphabet == "gsm7":
        return text
    kept = list(_GROUPED.finditer(text))
    pieces, at = [], 0
    for match in kept:
        pieces += [typographic(text[at : match.start()]), match.group(0)]
        at = match.end()
    return "".join((*pieces, typographic(text[at:])))
