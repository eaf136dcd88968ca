"""« …se fait soit en ligne, soit à l’accueil. » → « …se fait : – soit en ligne ; – soit… ».

« soit… soit… » and « d’une part… d’autre part… » announce their items: they become a list, with
the words that mark them, so that nobody takes a choice for a sum.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_EITHER = re.compile(r"(?<=[\s,:])soit[ \u00a0](?!\d)")
_PARTS = re.compile(r"(?<=[\s,:])(?:d[’']une part|d[’']autre part)\b,?[ \u00a0]")
_TAIL = re.compile(r"[ \u00a0]*,?(?:[ \u00a0](?:et|ou))?[ \u00a0,]*$")
_VERB_SOIT = re.compile(r"(?:qu[’']\w+|que(?:[ \u00a0]\S+){0,5})[ \u00a0]$")
_SHORTEST = 3


def cut(doc: Any) -> list[str] | None:
    return _listed(doc.text, _EITHER) or _listed(doc.text, _PARTS)


def _listed(text: str, mark: re.Pattern[str]) -> list[str] | None:
    marks = list(mark.finditer(text))
    if len(marks) < 2 or not text.rstrip().endswith(".") or "\n" in text:
        return None
    intro = text[: marks[0].start()].rstrip(" ,\u00a0")
    if _VERB_SOIT.search(text[: marks[0].start()]) or anatomy.length(intro) < _SHORTEST:
        return None
    bounds = [*[found.start() for found in marks], len(text.rstrip(" ."))]
    items = [_TAIL.sub("", text[start:end]) for start, end in pairwise(bounds)]
    if any(":" in item or ";" in item or anatomy.length(item) < 2 for item in items):
        return None
    if intro.endswith(":"):
        intro = intro.rstrip(" :\u00a0")
    return [f"{intro} :\n- " + " ;\n- ".join(items) + "."]
