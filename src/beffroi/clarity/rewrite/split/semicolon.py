"""« La salle est louée 80 € ; le tarif est réduit pour les associations. » → two sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from beffroi.clarity.rewrite.split import anatomy
from beffroi.clarity.rewrite.split.parse import parsed


def cut(doc: Any) -> list[str] | None:
    marks = [token.i for token in doc if token.text == ";"]
    if not marks or ":" in doc.text:
        return None
    bounds = [0, *[i + 1 for i in marks], len(doc)]
    parts = [anatomy.trimmed(doc, start, end).rstrip(" .") for start, end in pairwise(bounds)]
    if not all(part and _stands_alone(part) for part in parts):
        return None
    return [part + "." for part in parts]


def _stands_alone(part: str) -> bool:
    """A clause of its own: a subject, then a verb in the indicative."""
    clause = parsed(part)
    main = anatomy.root(clause)
    if main is None or not anatomy.is_indicative(main):
        return False
    who = anatomy.subject(main)
    return who is not None and who.i < main.i and who.left_edge.i <= 1
