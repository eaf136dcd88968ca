"""A passage of the document that speaks to the machine: shown, never obeyed."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span

_ATTEMPT = re.compile(
    r"[^.\n]*(?:(?:ignor|oubli|négligez|ne (?:tiens|tenez) pas compte)\w*[^.\n]{0,40}"
    r"(?:instruction|consigne|règle|prompt|précéd|ci-dessus)"
    r"|(?:ignore|disregard|forget)[^.\n]{0,40}(?:instruction|rule|prompt|above|previous)"
    r"|tu es (?:désormais|maintenant) (?:un|une)\b|vous êtes (?:désormais"
    r"|maintenant) un (?:assistant|modèle)"
    r"|(?:prompt|message|instruction)s? (?:système|system)|system prompt|</?\s*texte\s*>"
    r"|<\|im_(?:start|end)\|>"
    r"|réponds? (?:uniquement|seulement) (?:par|avec)|révèle[rz]? (?:tes|vos"
    r"|le) (?:instruction|consigne|prompt))"
    r"[^.\n]*\.?",
    re.IGNORECASE,
)


def check_injection(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: each passage of the source that looks like an order given to a model."""
    found = []
    for match in _ATTEMPT.finditer(source):
        words = match.group(0)
        start = match.start() + len(words) - len(words.lstrip())
        span = Span(start=start, end=match.end())
        found.append(
            Finding(
                type="securite.consigne_cachee",
                severity="a_verifier",
                title="Le document s’adresse à la machine",
                message="Ce passage ressemble à une consigne donnée à un modèle de langage. "
                "Il a été traité comme du texte. Vérifiez d’où vient ce document.",
                source=span,
                source_text=span.of(source),
            )
        )
    return found
