"""« La salle est louée 80 € ; le tarif est réduit pour les associations. » → two sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from beffroi.clarity.rewrite.split import anatomy


def cut(doc: Any) -> list[str] | None:
    marks = [token.i for token in doc if token.text == ";"]
    if not marks or ":" in doc.text:
        return None
    bounds = [0, *[i + 1 for i in marks], len(doc)]
    parts = [anatomy.trimmed(doc, start, end).rstrip(" .") for start, end in pairwise(bounds)]
    if not all(part and anatomy.stands_alone(part) for part in parts):
        return None
    return [part + "." for part in parts]
