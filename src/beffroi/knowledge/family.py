"""Words made from one another: « débroussailler » and « débroussaillage ». No I/O here.

A stemmer takes the ends of grammar away; here go the ends that make a noun of a verb, so that
who asks with the one finds the other. Only words that the documents hold are brought together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from beffroi.knowledge.terms import stem

#: What makes another word of a root: the thing done, the one who does it, the verb, its participle.
_ENDS = re.compile(
    r"(?:issement|issage|ication|isation|ation|ition|ement|age|ion|eur|euse|rice|ure|ant|ance"
    r"|ier|er|ir|ee|e|i)s?$"
)
#: Letters of a root: shorter ones bring strangers together.
LEAST = 5


def root(word: str) -> str:
    """The root of a folded word; ``""`` when it would be too short to tell anything."""
    found = _ENDS.sub("", word)
    found = re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", found)
    return found if len(found) >= LEAST else ""


def families(forms: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Root → the stems of the ``forms`` (folded words) made from it."""
    found: dict[str, set[str]] = {}
    for form in forms:
        if form.isalpha():
            found.setdefault(root(form), set()).add(stem(form))
    found.pop("", None)
    return {one: frozenset(stems) for one, stems in found.items()}
