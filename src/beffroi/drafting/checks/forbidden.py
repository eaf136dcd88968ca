"""What the modèle, or the tone that was chosen, does not want to read in the draft."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span

#: Word of ``interdit`` → what betrays it, title and advice of the finding. What the source says
#: so itself is not held against the draft.
FORBIDDEN: dict[str, tuple[re.Pattern[str], str, str]] = {
    "tutoiement": (
        re.compile(r"\b(?:tu|toi|tes)\b|\bt[’'](?=[aeéèêhiouy])", re.IGNORECASE),
        "Le texte tutoie",
        "Ce texte doit vouvoyer. Reprenez la phrase avec « vous ».",
    ),
    "adresse_directe": (
        re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE),
        "Le texte s’adresse au lecteur",
        "Le ton demandé est neutre : parlez des personnes concernées, sans « vous ».",
    ),
    "promesse": (
        re.compile(
            r"\b(?:m[’']engage|nous engageons|garanti(?:s|t|ssons)|vous (?:promet|assur)\w*"
            r"|dans les (?:plus brefs|meilleurs) délais|ne manquer(?:ai|ons) pas de)\b",
            re.IGNORECASE,
        ),
        "Une promesse que vous n’avez pas donnée",
        "Vos éléments de réponse ne promettent pas cela. Retirez-le, ou donnez-le vous-même.",
    ),
    "lien_absent_de_la_source": (
        re.compile(r"\b(?:https?://|www\.)[^\s<>()«»]+[^\s<>()«».,;:!?]", re.IGNORECASE),
        "Un lien qui n’est pas dans l’original",
        "Vérifiez ce lien ou retirez-le : l’original ne le donne pas.",
    ),
}


def check_forbidden(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """To check: the first place of each forbidden thing; a link is looked for word for word."""
    known = f"{source}\n{context.sheet}"
    found = []
    for name in sorted(context.forbidden & FORBIDDEN.keys()):
        pattern, title, advice = FORBIDDEN[name]
        exact = name == "lien_absent_de_la_source"
        if not exact and pattern.search(known):
            continue
        match = next((m for m in pattern.finditer(draft) if m.group(0) not in known), None)
        if match is not None:
            found.append(_finding(name, title, advice, match))
    return found


def _finding(name: str, title: str, advice: str, match: re.Match[str]) -> Finding:
    return Finding(
        type=f"ton.{name}",
        severity="a_verifier",
        title=title,
        message=advice,
        draft=Span(start=match.start(), end=match.end()),
        draft_text=match.group(0),
    )
