"""Names changed, left out, brought in; acronyms expanded without a validated list."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.values import ANSWERED
from beffroi.fidelity.names import Name, names
from beffroi.fidelity.severity import SELECTIVE_KINDS, SHORT_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import WHY, finding
from beffroi.fidelity.words import key_of
from beffroi.findings import Finding, Kind, Severity, Span
from beffroi.french.flat import bare

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


def compare_names(sides: Sides, *, kind: Kind, sheet: str) -> list[Finding]:
    said, written = names(sides.source), names(sides.draft)
    lost = [n for n in said if not (_present(n, sides.draft) or _present(n, sides.common))]
    new = [
        n
        for n in written
        if not (_present(n, sides.source) or _present(n, sides.common) or _present_in(n, sheet))
    ]
    lost = [n for n in lost if not _in_reference(sides.source, n)]
    findings = [_brought_in(sides, name, lost) for name in new if not _explained(name, sides)]
    changed = {f.source for f in findings}
    findings += [
        f for name in lost if (f := _left_out(sides, name, kind)) and f.source not in changed
    ]
    return findings + _expansions(sides)


def _present(name: Name, side: Side) -> bool:
    if all(re.search(rf"(?<![a-z0-9]){t}(?![a-z0-9])", side.plain) for t in name.tokens):
        return True
    if name.acronym:
        return _spelled_out(name.text, side)
    key = key_of(name.text.lower())
    return any(word.key == key for words in side.words for word in words)


def _present_in(name: Name, text: str) -> bool:
    plain = bare(text)
    return bool(text) and all(token in plain for token in name.tokens)


def _spelled_out(acronym: str, side: Side) -> bool:
    """« centre communal d’action sociale » for « CCAS », or any words with those initials."""
    words = VALIDATED.get(acronym)
    if words and words[:12] in side.plain:
        return True
    initials = "".join(w.form[0] for group in side.words for w in group if w.content)
    return len(acronym) >= 3 and acronym.lower() in initials


def _explained(name: Name, sides: Sides) -> bool:
    """Part of the expansion of a validated acronym, or initials of words of the source."""
    token = bare(name.text)
    return any(
        token in words and acronym.lower() in sides.source.plain
        for acronym, words in VALIDATED.items()
    )


def _in_reference(side: Side, name: Name) -> bool:
    """Inside a visa or beside a legal reference: it goes with it."""
    sentence = side.plain_sentence(name.sentence)
    return bool(
        re.match(
            r'["(\- ]*(?:vu |considerant|en application|conformement|sur le fondement)', sentence
        )
    )


def _brought_in(sides: Sides, name: Name, lost: list[Name]) -> Finding:
    place = Span(start=name.start, end=name.end)
    pool = [
        n
        for n in lost
        if sides.likeness[n.sentence][name.sentence] > 0.15 and n.acronym == name.acronym
    ]
    source = Span(start=pool[0].start, end=pool[0].end) if pool else None
    return finding(
        "nom.changement" if pool else "nom.ajout",
        "bloquant" if pool else "a_verifier",
        "Un nom a changé" if pool else "Un nom apparaît sans être dans la source",
        WHY["nom"], source=source, draft=place,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _left_out(sides: Sides, name: Name, kind: Kind) -> Finding | None:
    _, score = sides.best_draft(name.sentence)
    answered = score >= ANSWERED
    severity: Severity = "a_verifier"
    if kind in SHORT_KINDS or (kind in SELECTIVE_KINDS and not answered):
        severity = "information"
    return finding(
        "nom.omission", severity, "Un nom a disparu", WHY["nom"],
        source=Span(start=name.start, end=name.end), draft=None,
        source_text=sides.source.text, draft_text=sides.draft.text, suggestion=name.text,
    )  # fmt: skip


def _expansions(sides: Sides) -> list[Finding]:
    found = []
    for match in _EXPANSION.finditer(sides.draft.text):
        acronym = match["acronym"] or match["acronym2"]
        words = match["words"] or match["words2"]
        group = "words" if match["words"] else "words2"
        expected = VALIDATED.get(acronym, "")
        if not _looks_expanded(words, acronym) or (expected and expected[-12:] in bare(words)):
            continue
        tail = bare(words).replace("’", "'").strip()[-14:]
        if tail in sides.source.plain or acronym.lower() not in sides.source.plain:
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
