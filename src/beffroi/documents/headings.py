"""Titles that nothing marks as such but their words, as acts are written."""

from __future__ import annotations

import re

#: Usual order of the divisions of an act, from the widest (guide de légistique, fiche 3.1.1).
_DIVISIONS = {"livre": 1, "titre": 1, "annexe": 1, "chapitre": 2, "section": 3, "article": 4}
_DIVISION = re.compile(
    r"(livre|titre|annexe|chapitre|section|article)\s+(?:n°\s*)?"
    r"(?:[ivxlc]+|\d+(?:er)?|1ère|premier|première|unique|[a-z])(?![\w’'])",
    re.IGNORECASE,
)
#: Longer than this, or ended like a sentence, it is a paragraph that begins with « Article 2 : ».
_LONGEST = 90


def title_level(text: str) -> int | None:
    """1 to 4 when ``text`` is the title of a division of an act, ``None`` otherwise."""
    if len(text) > _LONGEST or text.endswith((".", ";", ",", "!", "?")) or "\n" in text:
        return None
    found = _DIVISION.match(text)
    return _DIVISIONS[found[1].lower()] if found else None
