"""Citations [n] point at a passage that exists, and quotations are exact words of the source."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span

CITATION = re.compile(r"\[(\d{1,4})\]")
_QUOTE = re.compile(r"«[ \u00a0\u202f]?([^«»]{12,}?)[ \u00a0\u202f]?»")
#: ``CheckContext.values`` key: how many numbered passages the draft may cite.
PASSAGES = "nombre_de_passages"


def check_citations(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking: a citation of no passage; to check: a quotation that the source does not hold."""
    found = []
    if PASSAGES in context.values:
        count = int(context.values[PASSAGES])
        found += [
            _finding(match, "citation.inconnue", f"Il n’y a pas de passage {match.group(1)}.")
            for match in CITATION.finditer(draft)
            if not 1 <= int(match.group(1)) <= count
        ]
    known = _bare(source)
    found += [
        _finding(
            match, "citation.inexacte", "Ces mots entre guillemets ne sont pas dans l’original."
        )
        for match in _QUOTE.finditer(draft)
        if _bare(match.group(1)) not in known and _bare(match.group(1)) not in _bare(context.sheet)
    ]
    return found


def _finding(match: re.Match[str], kind: str, message: str) -> Finding:
    return Finding(
        type=kind,
        severity="bloquant" if kind == "citation.inconnue" else "a_verifier",
        title="Citation à corriger",
        message=message,
        draft=Span(start=match.start(), end=match.end()),
        draft_text=match.group(0),
    )


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'")).casefold().strip()
