"""What a letter asks, of whom, and how soon: by rules, each with its reason. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beffroi.assistants.document_orders import in_hits
from beffroi.drafting.floor.letter import points_to_answer
from beffroi.fidelity import facts
from beffroi.findings import Span
from beffroi.knowledge import Hit, Passage, Source

#: Facts shown of one letter; the letter itself is one click away.
MOST_FACTS = 12

#: Subject → words that tell of it, without accents. The first that is met most often decides.
SUBJECTS: dict[str, str] = {
    "voirie": r"voirie|trottoirs?|chaussee|nids? de poule|lampadaires?|eclairage|routes?"
    r"|circulation|stationnement|panneaux?|travaux|neige|verglas",
    "urbanisme": r"urbanisme|permis de construire|declaration prealable|cadastre|parcelles?|plu"
    r"|construction|cloture|mitoyen\w*|terrain",
    "etat civil": r"etat[- ]civil|actes? de (?:naissance|mariage|deces)|mariage|pacs|passeport"
    r"|carte d.identite|livret de famille|concession|cimetiere",
    "scolaire": r"ecoles?|scolaire|cantine|periscolaire|garderie|creche|classe",
    "social": r"ccas|aide sociale|logement social|rsa|expulsion|hebergement|personnes? agees?"
    r"|handicap",
    "proprete": r"dechets?|poubelles?|ordures|dechetterie|decheterie|encombrants|tri"
    r"|depots? sauvages?",
    "tranquillite": r"bruit|tapage|nuisances?|chiens?|incivilites?|voisinage|police municipale",
    "finances": r"factures?|impots?|taxes?|tresor|paiement|remboursement|subventions?",
    "sport et culture": r"piscine|gymnase|salle des fetes|associations?|mediatheque"
    r"|bibliotheque|stade",
    "elections": r"elections?|listes? electorales?|procuration|bureau de vote|voter",
}

#: Why a letter cannot wait → words that tell it.
HASTE: dict[str, str] = {
    "danger pour des personnes": r"dangers?|dangereu\w+|accidents?|bless\w+|effondr\w+|incendie"
    r"|fuite de gaz|peril|menaces? de mort|secours",
    "logement ou moyens de vivre": r"expulsion|a la rue|sans (?:eau|electricite|chauffage|logement)"
    r"|coupure d.(?:eau|electricite)|violences?",
    "délai ou recours": r"mise en demeure|recours (?:gracieux|contentieux)|tribunal|huissier|avocat"
    r"|date limite|dernier delai|sous (?:huitaine|quinzaine|\d+ jours)|avant le \d",
    "la personne le demande": r"urgen\w+|au plus vite|immediatement|sans delai",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """``service`` is one of the services given, or the subject in words, or empty. ``haste`` are
    the reasons to answer first, empty when there is none. ``facts`` are exact extracts, ``orders``
    too: sentences that speak to a machine, which nothing here obeys."""

    points: tuple[str, ...]
    facts: tuple[str, ...]
    service: str
    haste: tuple[str, ...]
    orders: tuple[str, ...] = ()


def read_letter(text: str, *, services: Sequence[str]) -> Read:
    """``services`` are the names of the directions of the authority."""
    plain = _plain(text)
    return Read(
        points=points_to_answer(text),
        facts=_facts(text),
        service=_service(plain, services),
        haste=tuple(reason for reason, words in HASTE.items() if _count(words, plain)),
        orders=_orders(text),
    )


def _orders(text: str) -> tuple[str, ...]:
    """As the answers of assistants see them in documents."""
    source = Source(id="lettre", title="lettre", text=text)
    whole = Span(start=0, end=len(text))
    passage = Passage(document_id=source.id, number=0, span=whole, text=text)
    found = in_hits((Hit(source=source, passage=passage, score=1.0),))
    return tuple(finding.source_text for finding in found)


def _facts(text: str) -> tuple[str, ...]:
    extracts: Iterable[str] = (" ".join(fact.text.split()) for fact in facts(text))
    return tuple(dict.fromkeys(extract for extract in extracts if extract))[:MOST_FACTS]


def _service(plain: str, services: Sequence[str]) -> str:
    """A direction that the letter names; else that whose name tells of the letter's subject."""
    named = [service for service in services if _count(re.escape(_plain(service)), plain)]
    if named:
        return named[0]
    counts = {subject: _count(words, plain) for subject, words in SUBJECTS.items()}
    subject = max(counts, key=lambda one: counts[one])
    if not counts[subject]:
        return ""
    told = [service for service in services if _count(SUBJECTS[subject], _plain(service))]
    return told[0] if told else ""


def _count(words: str, plain: str) -> int:
    return len(re.findall(rf"\b(?:{words})\b", plain))


def _plain(text: str) -> str:
    """Without accents nor capitals."""
    spread = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
