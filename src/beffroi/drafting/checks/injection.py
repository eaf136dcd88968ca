"""A passage of the document that speaks to the machine: shown, never obeyed."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span

_ATTEMPT = re.compile(
    r"(?:(?:ignor|oubli|négligez|ne (?:tiens|tenez) pas compte)\w*[^.\n]{0,40}"
    r"(?:instruction|consigne|règle|prompt|précéd|ci-dessus)"
    r"|(?:ignore|disregard|forget)[^.\n]{0,40}(?:instruction|rule|prompt|above|previous)"
    r"|tu es (?:désormais|maintenant) (?:un|une)\b|vous êtes (?:désormais"
    r"|maintenant) un (?:assistant|modèle)"
    r"|(?:prompt|message|instruction)s? (?:système|system)|system prompt|</?\s*texte\s*>"
    r"|<\|im_(?:start|end)\|>"
    r"|réponds? (?:uniquement|seulement) (?:par|avec)|révèle[rz]? (?:tes|vos"
    r"|le) (?:instruction|consigne|prompt))",
    re.IGNORECASE,
)


def check_injection(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: each passage of the source that looks like an order given to a model."""
    spans = dict.fromkeys(_sentence(source, match) for match in _ATTEMPT.finditer(source))
    return [
        Finding(
            type="securite.consigne_cachee",
            severity="a_verifier",
            title="Le document s’adresse à la machine",
            message="Ce passage ressemble à une consigne donnée à un modèle de langage. "
            "Il a été traité comme du texte. Vérifiez d’où vient ce document.",
            source=span,
            source_text=span.of(source),
        )
        for span in spans
    ]


def _sentence(text: str, match: re.Match[str]) -> Span:
    """From the full stop or the line before the cue to the one after it."""
    start = max(text.rfind(".", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    ends = [place for mark in ".\n" if (place := text.find(mark, match.end())) >= 0]
    end = min(ends, default=len(text))
    while start < match.start() and text[start].isspace():
        start += 1
    return Span(start=start, end=max(end, match.end()))
