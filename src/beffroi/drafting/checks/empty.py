"""A draft that says nothing."""

from __future__ import annotations

from beffroi.findings import CheckContext, Finding


def check_empty(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking when the draft holds no letter and no digit."""
    if any(character.isalnum() for character in draft):
        return []
    return [
        Finding(
            type="texte.vide",
            severity="bloquant",
            title="Brouillon vide",
            message="Le brouillon ne contient aucun mot. Recommencez, ou partez de l’original.",
        )
    ]
