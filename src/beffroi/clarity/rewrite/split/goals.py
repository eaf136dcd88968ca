"""« …réunit la commission afin d’examiner les offres. » → « …L’objectif est d’examiner… »."""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import is_infinitive
from beffroi.clarity.rewrite.split import anatomy

_GOAL = re.compile(
    r",?[ \u00a0](?:et ce,? )?(?:afin|en vue|dans le but|dans l[’']objectif) "
    r"(?P<de>de |d[’'])(?P<inf>[\wÀ-ÿ]+)"
)
_NOTABLY = re.compile(
    r",[ \u00a0](?P<word>notamment|en particulier)[ \u00a0](?=(?:les?|la|l[’']|des|une?|ces?) ?)"
)
_NEGATION = re.compile(r"\b(?:ne|n[’'])", re.IGNORECASE)
_NEED = re.compile(r"\b(?:faut|faudra|suffit|nécessaires?|obligatoires?|indispensables?|besoin)\b")


def cut(doc: Any) -> list[str] | None:
    main = anatomy.root(doc)
    if main is None or doc[-1].text == "?" or not anatomy.is_indicative(main):
        return None
    return _goal(doc.text) or _notably(doc.text)


def _goal(text: str) -> list[str] | None:
    match = _GOAL.search(text)
    if match is None or not is_infinitive(match["inf"]):
        return None
    first, said = text[: match.start()], text[match.start("de") :]
    if anatomy.length(first) < 6 or _NEGATION.search(first) or _NEED.search(first):
        return None
    if anatomy.has_scope(text) or re.search(r"\bqui?\b", first.rsplit(",", 1)[-1]):
        return None
    return [first.rstrip(" ,") + ".", "L’objectif est " + said]


def _notably(text: str) -> list[str] | None:
    match = _NOTABLY.search(text)
    if match is None:
        return None
    first, said = text[: match.start()], text[match.end() :]
    if anatomy.length(first) < 6 or _NEGATION.search(first) or anatomy.has_scope(text):
        return None
    return [first + ".", f"Cela concerne {match['word']} {said}"]
