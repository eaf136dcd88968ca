"""What a delay is counted from: notification, affichage, dépôt, naissance… changed or lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.compare.matching import Matching
from beffroi.fidelity.reach import unmatched
from beffroi.fidelity.severity import SHORT_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Kind, Severity, Span

WHY = "Le même délai ne finit pas le même jour s’il ne part pas du même moment."
_CUE = re.compile(
    r"(?:a (?:compter|partir|dater) d[eu]|a (?:compter|partir) des|(?:qui )?sui(?:v\w+|t)|apres|avant|depuis|dès|preced\w+|prend effet"  # noqa: E501
    r"|commenc\w+|part\w* d[eu])(?: (?:le|la|les|l'|du|de|d'|jour|moment|ou|premier|date|votre|sa|son|leur|cette|ce|vous|dans|lendemain|qu'il|qu'elle|nous)(?![\w'])| l'| d')* ?(?P<rest>[^.;:!?()\n]{2,70})"  # noqa: E501
)
#: Events from which a delay runs, with their words (beginnings of words, without accents).
_EVENTS: tuple[tuple[str, str], ...] = (
    ("date de la lettre", r"date (?:de (?:cette|la presente|l'envoi|ce)|du present|d'envoi|qui figure|indiquee|en haut)"),  # noqa: E501
    ("réponse", r"repon"),
    ("convocation", r"convo|rendez-vous|entretien"),
    ("réunion", r"reunion|seance|conseil|assemblee|commission"),
    ("retour", r"retour|restitu"),
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
#: « Ce mois commence le jour où… », « Les 2 mois se comptent à partir de… », « À partir de… ».
_COUNTED = re.compile(
    r"(?:(?:ce|ces|cette|le|les|il|elle|ils|elles) ?(?:delai|duree|mois|jours?|semaines?|annees?|ans?|periode|\d+ \w+)?s? ?"  # noqa: E501
    r"(?:commenc\w+|cour\w+|debut\w+|part\w*|demarr\w+|(?:se |est |sont )?compt\w+)|a (?:partir|compter) d[eu]|des )"  # noqa: E501
    r"(?: a (?:partir|compter) d[eu'])?(?: (?:le|la|les|l'|du|de|d'|jour|moment|ou|premier|date|votre|vous|lendemain)(?![\w']))* ?"  # noqa: E501
    r"(?P<rest>[^.;:!?()\n]{2,70})"
)
_OWN_WORDS = 4
_COMPILED = [(name, re.compile(rf"(?<!\w)(?:{pattern})")) for name, pattern in _EVENTS]


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """The moment that a delay runs from: its classes, its own words, where it is said."""

    events: frozenset[str]
    words: tuple[Word, ...]
    span: Span


def compare_anchors(sides: Sides, matching: Matching, *, kind: Kind) -> list[Finding]:
    findings = []
    for fact, twins in matching.pairs:
        said = anchor(sides.source, fact) if fact.family == "duree" else None
        if said is None:
            continue
        written = [anchor(sides.draft, twin) for twin in twins]
        if any(one and _agree(said, one) for one in written):
            continue
        other = next((one for one in written if one), None)
        if other is None and (
            not said.events or _mentions(sides.draft, said.events) or kind in SHORT_KINDS
        ):
            continue
        known = bool(other and other.events and said.events)
        severity: Severity = "bloquant" if known else "a_verifier"
        title = "Le point de départ du délai a changé" if other else "Le point de départ a disparu"
        findings.append(
            finding(
                "point_de_depart.changement" if other else "point_de_depart.omission",
                severity, title, WHY, source=said.span, draft=other.span if other else twins[0].span,  # noqa: E501
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _agree(said: Anchor, written: Anchor) -> bool:
    """The same kind of event, or words that may say the same thing."""
    if said.events & written.events or not (written.words or written.events):
        return True
    if said.events and written.events:
        return False
    return len(unmatched(list(said.words), list(written.words))) < len(said.words)


def anchor(side: Side, fact: Fact) -> Anchor | None:
    """The event named after the delay, before it, or in the next sentence when that one counts
    the same delay (« Ce mois commence le jour où… »)."""
    index = side.sentence_of(fact.span.start)
    end = side.sentences[index].end
    near = _CUE.search(side.plain, fact.span.end, min(end, fact.span.end + 110))
    match = near or _CUE.search(
        side.plain, max(side.starts[index], fact.span.start - 90), fact.span.start
    )
    if match is None and index + 1 < len(side.sentences):
        following = side.sentences[index + 1]
        match = _COUNTED.match(side.plain, following.start, following.end)
    return _read(side, match) if match else None


def _read(side: Side, match: re.Match[str]) -> Anchor:
    rest = match["rest"][:40]
    start = match.start("rest")
    words = side.content(side.sentence_of(start))
    own = tuple(w for w in words if start <= w.start < start + len(rest))[:_OWN_WORDS]
    return Anchor(
        events=_first_event(rest), words=own, span=Span(start=match.start(), end=match.end())
    )


def _first_event(rest: str) -> frozenset[str]:
    """The event named first: « la sortie de la maternité pour déclarer la naissance » is an exit."""  # noqa: E501
    found = [(m.start(), name) for name, pattern in _COMPILED if (m := pattern.search(rest))]
    first = min((start for start, _ in found), default=0)
    return frozenset(name for start, name in found if start == first)


def _mentions(side: Side, names: frozenset[str]) -> bool:
    return any(pattern.search(side.plain) for name, pattern in _COMPILED if name in names)
