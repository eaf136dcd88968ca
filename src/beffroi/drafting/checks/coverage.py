"""A rewritten sentence still speaks of the same thing: it keeps most of the matter of"
" its source."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding

#: Below this share of the content words (by their first letters), something else is being said.
LEAST = 0.4
#: A rewriting this many times longer than its source has invented.
MOST = 2.2
_WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5


def check_coverage(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: a rewriting that dropped most of its matter, or that grew out of measure.

    Meant for one sentence against its rewriting; texts shortened on purpose are not concerned.
    """
    if context.kind in ("sms", "social", "poster"):
        return []
    ours, theirs = _stems(source), _stems(draft)
    if len(ours) >= 4 and len(ours & theirs) < LEAST * len(ours):
        return [_finding("texte.appauvri", "Phrase qui ne dit plus la même chose")]
    if len(draft.split()) > MOST * len(source.split()) + 6:
        return [_finding("texte.allonge", "Phrase beaucoup plus longue que l’original")]
    return []


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.lower())}


def _finding(kind: str, title: str) -> Finding:
    return Finding(
        type=kind,
        severity="a_verifier",
        title=title,
        message="Comparez cette phrase avec celle de l’original.",
    )
