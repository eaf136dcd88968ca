"""Words that a model says about its own work, left in the draft."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span

_RESIDUE = re.compile(
    r"^\s*(?:voici|voilà) (?:le|la|un|une|votre)\b[^\n]*:|```|</?\s*texte\b|\*\*|<\|?\w+\|>"
    r"|en tant que (?:modèle|intelligence artificielle|assistant)|\bil manque\b"
    r"|la réponse a perdu|mot pour mot\b"
    r"|j[’']espère que (?:cela|cette)|\[(?:insérer|à compléter par|votre nom)\b",
    re.IGNORECASE | re.MULTILINE,
)


def check_residue(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: each passage of the draft that speaks of the task instead of the subject."""
    return [
        Finding(
            type="texte.residu",
            severity="a_verifier",
            title="Phrase adressée à la machine",
            message="Ce passage parle du travail demandé, pas du sujet. Retirez-le.",
            draft=Span(start=match.start(), end=match.end()),
            draft_text=match.group(0),
        )
        for match in _RESIDUE.finditer(draft)
        if match.group(0) not in source
    ]
