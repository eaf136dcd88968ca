"""What a delay is counted from: notification, affichage, dépôt, naissance… changed or lost."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.matching import Matching
from beffroi.fidelity.severity import SHORT_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Kind, Severity, Span

WHY = "Le même délai ne finit pas le même jour s’il ne part pas du même moment."
_CUE = re.compile(
    r"(?:a (?:compter|partir|dater) d[eu]|a (?:compter|partir) des|(?:qui )?suiv\w+|apres|avant|depuis|dès|preced\w+|prend effet"  # noqa: E501
    r"|commenc\w+|part\w* d[eu])(?: (?:le|la|les|l'|du|de|d'|jour|moment|ou|premier|date|votre|sa|son|leur|cette|ce|vous|dans|lendemain|qu'il|qu'elle|nous)(?![\w'])| l'| d')* ?(?P<rest>[^.;:!?\n]{2,70})"  # noqa: E501
)
#: Events from which a delay runs, with their words (beginnings of words, without accents).
_EVENTS: tuple[tuple[str, str], ...] = (
    ("réception", r"recep|recev|recoi|recu|notifi|parvenu"),
    ("affichage", r"affich|panneau"),
    ("publication", r"publi|parution|insertion"),
    ("dépôt", r"depos|depot|demande|saisin"),
    ("échéance", r"echeance|expir|\bterme|fin\b"),
    ("achat", r"achat|achet|acquisition"),
    ("usage", r"utilis|usage|emploi"),
    ("facture", r"factur"),
    ("mise en demeure", r"mise en demeure"),
    ("avis", r"avis d"),
    ("envoi", r"envoi|envoy|expedi|emission|emis"),
    ("signature", r"sign"),
    ("décision", r"decision|deliberation|delivr|accord|autoris"),
    ("naissance", r"naiss|accouch|ne\b"),
    ("décès", r"deces|mort"),
    ("entrée dans les lieux", r"emmenag|entree dans|installation"),
    ("sortie", r"sortie|depart|demenag"),
    ("manifestation", r"manifest|fete|evenement|spectacle|date (?:souhait|prev|de la)|reserv"),
    ("travaux", r"travaux|chantier"),
    ("inscription", r"inscri"),
    ("rentrée", r"rentree"),
    ("paiement", r"pai|pay|regl|vers"),
    ("achat", r"achat|vente|acqui|mise en service|livraison"),
    ("contrôle", r"control|visite"),
    ("fin", r"fin |fin$|expir|acheve|term"),
    ("début", r"debut|ouvertur|commenc|demarr"),
    ("échéance", r"echean"),
    ("constat", r"constat|sinistre|accident"),
    ("jugement", r"jugement"),
    ("mariage", r"mariage|pacs"),
)  # fmt: skip
_COMPILED = [(name, re.compile(rf"(?<!\w)(?:{pattern})")) for name, pattern in _EVENTS]


def compare_anchors(sides: Sides, matching: Matching, *, kind: Kind) -> list[Finding]:
    findings = []
    for fact, twins in matching.pairs:
        if fact.family != "duree":
            continue
        said, span = anchor(sides.source, fact)
        if not said or span is None:
            continue
        written = [anchor(sides.draft, twin) for twin in twins]
        if any(said & names for names, _ in written):
            continue
        other = next((place for names, place in written if names), None)
        if other is None and (_mentions(sides.draft, said) or kind in SHORT_KINDS):
            continue
        severity: Severity = "bloquant" if other else "a_verifier"
        title = "Le point de départ du délai a changé" if other else "Le point de départ a disparu"
        findings.append(
            finding(
                "point_de_depart.changement" if other else "point_de_depart.omission",
                severity, title, WHY, source=span, draft=other or twins[0].span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def anchor(side: Side, fact: Fact) -> tuple[frozenset[str], Span | None]:
    """The events named after the delay, or in the next sentence when it counts the same delay."""
    index = side.sentence_of(fact.span.start)
    end = side.sentences[index].end
    match = _CUE.search(side.plain, fact.span.end, min(end, fact.span.end + 110))
    if not match:
        match = _CUE.search(
            side.plain, max(side.starts[index], fact.span.start - 90), fact.span.start
        )
    if not match:
        return frozenset(), None
    return _first_event(match["rest"][:40]), Span(start=match.start(), end=match.end())


def _first_event(rest: str) -> frozenset[str]:
    """The event named first: « la sortie de la maternité pour déclarer la naissance » is an exit."""  # noqa: E501
    found = [(m.start(), name) for name, pattern in _COMPILED if (m := pattern.search(rest))]
    first = min((start for start, _ in found), default=0)
    return frozenset(name for start, name in found if start == first)


def _mentions(side: Side, names: frozenset[str]) -> bool:
    return any(pattern.search(side.plain) for name, pattern in _COMPILED if name in names)
