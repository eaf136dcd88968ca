"""Titles that nothing marks as such but their words, as acts are written."""

from __future__ import annotations

import re

#: Usual order of the divisions of an act, from the widest (guide de légistique, fiche 3.1.1).
_DIVISIONS = {"livre": 1, "titre": 1, "annexe": 1, "chapitre": 2, "section": 3, "article": 4}
_DIVISION = re.compile(
    r"(?:(livre|titre|chapitre|section|article)\s+(?:n°\s*)?(?:[ivxlc]+|\d+(?:er)?|1ère|premi[eè]re?"
    r"|unique)|(annexe)(?:\s+(?:[ivxlc]+|\d+|[a-z]))?)(?![\w’'])(?P<rest>.*)",
    re.IGNORECASE,
)
#: After the number: nothing, a mark and a name, or a name in capitals. « Article 3 du règlement »
#: and « Article R. 417-10 » are in a sentence, not above it.
_NAME = re.compile(r"\s*(?:[:–—-]\s.*|\.\s*[–—-]\s.*|[^a-zà-ÿ]*)")
#: Longer than this, or ended like a sentence, it is a paragraph that begins with « Article 2 : ».
_LONGEST = 90


def title_level(text: str) -> int | None:
    """1 to 4 when ``text`` is the title of a division of an act, ``None`` otherwise."""
    if len(text) > _LONGEST or text.endswith((".", ";", ",", "!", "?")) or "\n" in text:
        return None
    found = _DIVISION.fullmatch(text)
    if found is None or not _NAME.fullmatch(found["rest"]):
        return None
    rest = found["rest"].strip()
    if rest.startswith(".") and rest[1:].strip()[:1].isdigit():
        return None
    return _DIVISIONS[(found[1] or found[2]).lower()]
