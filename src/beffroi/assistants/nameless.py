"""The name of the person who asks does not enter the search: everybody finds the same passages."""

from __future__ import annotations

import re

_CAPITAL = re.compile(r"(?<=\w[^.!?\n] )[A-ZÀÂÉÈÊÎÔÇ]\w|(?<=\w )[A-ZÀÂÉÈÊÎÔÇ]\w|’[A-ZÀÂÉÈÊÎÔÇ]\w")


def nameless(question: str) -> str:
    """``question`` without the names of persons that :mod:`beffroi.privacy` recognises in it; as it
    is when nothing else would remain. A question without a capital inside holds no name that is
    looked for: it costs nothing."""
    if not _CAPITAL.search(question):
        return question
    from beffroi.privacy import detect

    kept, end = [], 0
    for mention in sorted(detect(question), key=lambda one: one.start):
        if mention.kind == "person":
            kept.append(question[end : mention.start])
            end = mention.end
    kept.append(question[end:])
    text = re.sub(r"\s+", " ", " ".join(kept)).strip()
    return text if re.search(r"\w{3}.*\w{3}", text) else question
