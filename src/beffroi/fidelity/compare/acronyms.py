"""Acronyms with one meaning, and those that a draft expands without a validated list."""

from __future__ import annotations

import re

from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import WHY, finding
from beffroi.findings import Finding, Span
from beffroi.french.flat import bare, flat

#: Acronyms with one meaning for a commune, that a rewrite may expand. Written for Beffroi.
VALIDATED: dict[str, str] = {
    "CCAS": "centre communal d'action sociale",
    "CIAS": "centre intercommunal d'action sociale",
    "CAF": "caisse d'allocations familiales",
    "PLU": "plan local d'urbanisme",
    "PLUI": "plan local d'urbanisme intercommunal",
    "MDPH": "maison departementale des personnes handicapees",
    "APA": "allocation personnalisee d'autonomie",
    "RSA": "revenu de solidarite active",
    "PMI": "protection maternelle et infantile",
    "PMR": "personnes a mobilite reduite",
    "ABF": "architecte des batiments de france",
    "RIB": "releve d'identite bancaire",
    "CNI": "carte nationale d'identite",
    "PACS": "pacte civil de solidarite",
    "CPAM": "caisse primaire d'assurance maladie",
    "HLM": "habitation a loyer modere",
    "EHPAD": "etablissement d'hebergement pour personnes agees dependantes",
    "CGCT": "code general des collectivites territoriales",
    "AESH": "accompagnant d'eleves en situation de handicap",
    "ATSEM": "agent territorial specialise des ecoles maternelles",
    "TVA": "taxe sur la valeur ajoutee",
    "SAMU": "service d'aide medicale urgente",
}
_EXPANSION = re.compile(
    r"(?P<words>[^.;:()\n]{4,90})\((?P<acronym>[A-Z][A-Z0-9]{1,8})\)|(?P<acronym2>[A-Z][A-Z0-9]{1,8}) \((?P<words2>[^()\n]{6,90})\)"  # noqa: E501
)


def spelled_out(acronym: str, side: Side) -> bool:
    """« centre communal d’action sociale » for « CCAS », or any words with those initials."""
    words = VALIDATED.get(acronym)
    if words and words[:12] in side.plain:
        return True
    initials = "".join(w.form[0] for group in side.words for w in group if w.content)
    return len(acronym) >= 3 and acronym.lower() in initials


def expansions(sides: Sides) -> list[Finding]:
    found = []
    whole = bare(flat(sides.source.text))
    for match in _EXPANSION.finditer(sides.draft.text):
        acronym = match["acronym"] or match["acronym2"]
        words = match["words"] or match["words2"]
        group = "words" if match["words"] else "words2"
        expected = VALIDATED.get(acronym, "")
        if not _looks_expanded(words, acronym) or (expected and expected[-12:] in bare(words)):
            continue
        tail = bare(flat(words)).strip()[-14:]
        if tail in whole or acronym.lower() not in sides.source.plain:
            continue
        source = sides.source.plain.find(acronym.lower())
        found.append(
            finding(
                "sigle.developpe", "a_verifier", "Un sigle est développé sans liste validée", WHY["sigle"],  # noqa: E501
                source=Span(start=source, end=source + len(acronym)),
                draft=Span(start=match.start(group), end=match.end()),
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return found


def _looks_expanded(words: str, acronym: str) -> bool:
    """At least two of the letters of the acronym begin words just before it."""
    initials = [w[0] for w in re.findall(r"[a-z]+", bare(words)) if len(w) > 2]
    return sum(1 for letter in acronym.lower() if letter in initials) >= 2
