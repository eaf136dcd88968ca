"""« Lisez la décision : elle indique le délai. » → « Lisez la décision. Elle indique le délai. »

A colon between two whole sentences is a full stop; where it announces a list, it stays.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy
from beffroi.clarity.rewrite.split.parse import parsed

_ANNOUNCES = re.compile(
    r"\b(?:suivante?s?|ci-(?:dessous|après)|notamment|cas|savoir|ainsi|conditions?|exemple|précision"
    r"|attention|note|important|situations?|documents?|pièces)$",
    re.IGNORECASE,
)
#: « Lisez la lettre »: an order, whose verb the parser does not always know.
_TOLD = re.compile(r"[A-ZÀ-Ý]?[a-zà-ÿ]{2,}ez(?:-vous)?[ \u00a0]")
_FIRST_LEAST, _SECOND_LEAST = 4, 5


def cut(doc: Any) -> list[str] | None:
    text = doc.text
    if text.count(":") != 1 or text.rstrip().endswith((":", "?")) or ";" in text or "\n" in text:
        return None
    first, _, second = text.partition(":")
    first, second = first.strip(" \u00a0"), second.strip(" \u00a0")
    if anatomy.length(first) < _FIRST_LEAST or anatomy.length(second) < _SECOND_LEAST:
        return None
    if _ANNOUNCES.search(first) or "«" in first or anatomy.has_scope(second):
        return None
    if not anatomy.stands_alone(second):
        return None
    if not _TOLD.match(first) and anatomy.root(parsed(first + ".")) is None:
        return None
    return [first + ".", second]
