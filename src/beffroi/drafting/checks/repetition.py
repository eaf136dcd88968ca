"""A sentence said twice: what a small model does when it loses the thread."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding
from beffroi.french.sentences import sentences

#: Shorter sentences may come back with good reason (« Sur rendez-vous. »).
MIN_WORDS = 5
_EXTRACTS = re.compile(r"^## (?:Où|Quand)[ \u00a0\u202f]\?\n(?:(?!#).*(?:\n|\Z))*", re.M)


def check_repetition(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: a sentence of five words or more that comes back oftener than in the source."""
    allowed = _counts(source)
    seen: dict[str, int] = {}
    found = []
    for span in sentences(_without_extracts(draft)):
        key = _key(span.of(draft))
        seen[key] = seen.get(key, 0) + 1
        if len(key.split()) < MIN_WORDS or seen[key] <= max(1, allowed.get(key, 0)):
            continue
        found.append(
            Finding(
                type="texte.repete",
                severity="a_verifier",
                title="Phrase répétée",
                message="Cette phrase est déjà dite plus haut. Retirez-la si elle n’ajoute rien.",
                draft=span,
                draft_text=span.of(draft),
            )
        )
    return found


def _without_extracts(draft: str) -> str:
    """« Où ? » and « Quand ? » of our own sheet give again pieces of what is said above."""
    return _EXTRACTS.sub(lambda found: " " * len(found.group(0)), draft)


def _counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for span in sentences(text):
        key = _key(span.of(text))
        counts[key] = counts.get(key, 0) + 1
    return counts


def _key(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()))
