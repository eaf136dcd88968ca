"""What kind of thing a question asks for, and whether a sentence holds one."""

from __future__ import annotations

import re
from typing import Literal

from beffroi.assistants.spoken import spoken
from beffroi.french.flat import bare_same_length, flat

#: « oui_non » is the answer of a rule: may, must, is forbidden.
Kind = Literal[
    "montant",
    "age",
    "duree",
    "date",
    "lieu",
    "pieces",
    "nombre",
    "qui",
    "sens",
    "oui_non",
    "comment",
]

_ASKS: tuple[tuple[Kind, str], ...] = (
    (
        "montant",
        r"combien (?:ca |cela |sa )?(?:coute|couter|est|faut payer|de frais|dois je payer|je paye?)"
        r"|\bprix\b|\btarifs?\b|\bcouts?\b|\bmontants?\b|c[' ]?est combien|\bpay(?:e|er|ant)s?\b"
        r"|\bgratuit|\bcher\b|\bamende|\beuros?\b|remunere|indemnit",
    ),
    ("age", r"quel age|\bage\b|combien d ans|a partir de (?:combien|quand) .{0,20}(?:bebe|enfant)"),
    (
        "duree",
        r"combien de (?:temps|jours?|mois|semaines?|annees?|ans)|\bdelais?\b|\bduree\b|quelle duree"
        r"|\bvalable|\bvalidite|\bpreavis|avant combien|\bdure\b|dans les combien|longtemps",
    ),
    (
        "date",
        r"\bquand\b|quelle date|quel jour|quels jours|a partir de quand|date limite|jusqu a quand"
        r"|\bhoraires?\b|quelle heure|\bheures?\b|ouvert|\bferme",
    ),
    ("lieu", r"\bou\b(?! bien)|a quel (?:endroit|guichet|service)|quelle adresse|\badresse\b"),
    (
        "pieces",
        r"quel(?:s|le|les)? (?:papiers?|documents?|pieces?|justificatifs?)|\bpieces?\b|\bpapiers?\b"
        r"|justificatif|\bdossier\b|\bfournir\b|\bapporter\b|\bpresenter\b|il faut quoi|faut quoi",
    ),
    (
        "nombre",
        r"\bcombien d|\bquelle (?:vitesse|taille|hauteur|surface|distance)|maximale?s?\b"
        r"|quelle (?:part|proportion)|pourcentage|quel taux",
    ),
    ("qui", r"\bqui\b|a quel service|quelles personnes|quelle personne|quel age|\bconditions?\b"),
    ("sens", r"c est quoi|qu est ce qu(?:e|un|une)\b|que signifie|ca veut dire|definition|kesako"),
    (
        "oui_non",
        r"est ce qu|peut on|puis je|peut il|doit on|dois je|faut il|a t on|ai je|est il|est elle"
        r"|\bobligatoire|\bobliges?\b|\binterdit|\bdroit (?:de|d )|autorise"
        r"|je peux|on peut|possible",
    ),
    ("comment", r"\bcomment\b|\bcoment\b|\bcmt\b|que faire|quoi faire|demarche|procedure"),
)

_HOLDS: dict[Kind, str] = {
    "montant": r"\d[\d ]*(?:,\d+)? ?(?:€|euros?\b)|gratuit|\bpayant|sans frais|\d ?%|\btarif",
    "duree": r"(?:\d+|un|une|deux|trois|quatre|six|huit|dix) (?:jours?|mois|semaines?|ans?|annees?"
    r"|heures?|minutes?)\b|\bvalable|delai",
    "date": r"\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre"
    r"|octobre|novembre|decembre)|\b\d{1,2} ?h(?: ?\d\d)?\b|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|au plus tard|avant le|a partir du|jusqu'au|des que|\bdelai|chaque annee",
    "age": r"\d+ (?:ans|mois)\b|\bage\b|majeur|mineur",
    "nombre": r"\d",
    "lieu": r"\ba la mairie|en mairie|\bmairie\b|prefecture|tribunal|guichet|en ligne|service|"
    r"\brue\b|\bplace\b|\bavenue\b|\badresse|consulat|commissariat|gendarmerie|bureau|\bcaf\b",
    "qui": r"\bdoi(?:t|vent)\b|\bpeu(?:t|vent)\b|toute personne|personnes?\b|\bmaire\b|\bans\b"
    r"|condition|\bage\b|parents?\b|proprietaire|locataire|electeur|beneficiaire",
    "pieces": r"justificatif|piece|copie|\bacte\b|formulaire|photo|attestation|cerfa|certificat"
    r"|carte d'identite|passeport|livret|\bfournir|\bpresenter|\bjoindre|dossier",
    "comment": r"\bdoi(?:t|vent)\b|\bpeu(?:t|vent)\b|\bfaut\b|adress|demand|depos|remplir|se rendre"
    r"|en ligne|courrier|formulaire|en mairie|inscri",
    "oui_non": r"\bpeu(?:t|vent)\b|\bdoi(?:t|vent)\b|obligatoire|interdit|autoris|possible"
    r"|\bdroit\b|sauf|\boui\b|\bnon\b|ne .{1,30} pas\b|condition",
    "sens": r"\best (?:un|une|le|la|l')|consiste|permet|designe|s'agit|sert a|il s'agit",
}

_ASKING = [(kind, re.compile(pattern)) for kind, pattern in _ASKS]
_HOLDING = {kind: re.compile(pattern) for kind, pattern in _HOLDS.items()}


def kinds_asked(question: str) -> tuple[Kind, ...]:
    """The kinds that ``question`` asks for, the most telling first; empty when none shows."""
    plain = spoken(question)
    return tuple(kind for kind, pattern in _ASKING if pattern.search(plain))


def holds(sentence: str, kind: Kind) -> bool:
    """Whether ``sentence`` holds something of ``kind``."""
    return _HOLDING[kind].search(bare_same_length(flat(sentence))) is not None
