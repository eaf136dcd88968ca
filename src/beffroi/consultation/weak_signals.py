"""What few people said and somebody must read: danger, distress, a child, a place, a rare idea.

A rule-based screening on purpose: it may ring for nothing, it must not stay silent. It says why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from beffroi.consultation.segment import count_words
from beffroi.consultation.types import Idea, WeakSignal
from beffroi.consultation.vectors import Matrix

_I = re.IGNORECASE
#: French reason, urgency (3 = read today), what rings.
BELLS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    (
        "détresse d’une personne",
        3,
        re.compile(
            r"\b(suicid\w*|me tuer|(?:envie|vais|veux) d?[’']?en finir|plus envie de vivre|"
            r"je n[’']en peux plus|(?:suis|fais une?) d[ée]press\w+|"
            r"d[ée]sesp[ée]r\w+|violences? (?:conjugale|familiale)\w*|me frappe|il me bat|"
            r"harc[èe]l\w+|agress\w+|viol(?:s|ée?s?|eur)?\b|menac(?:e|é|ée)s? de mort)",
            _I,
        ),
    ),
    (
        "danger signalé",
        3,
        re.compile(
            r"\b(danger(?:eux|euse|euses)?|risque[sr]? (?:de|d[’'])|accident\w*|"
            r"bless[ée]\w*|failli (?:se faire|me faire|tomber)|"
            r"incendi\w+|fuite de gaz|amiante|(?:va|peut|s[’']) ?[’']?effondre\w*|renvers[ée]\w*|"
            r"c[âa]ble (?:nu|électrique|à nu)|lampadaire\w* (?:tombé|cassé|arraché)\w*|"
            r"avant qu[’']il y ait (?:un|des)|avant (?:le|un) drame)",
            _I,
        ),
    ),
    (
        "enfant concerné",
        2,
        re.compile(
            r"\b(mon fils|ma fille|mes enfants|mon enfant|nos enfants|les enfants|"
            r"[ée]coliers?|coll[ée]giens?|poussettes?|cr[èe]che|aire de jeux)\b",
            _I,
        ),
    ),
    (
        "précarité",
        2,
        re.compile(
            r"\b(sans abri|sans domicile|expuls\w+|surendett\w+|banque alimentaire|"
            r"restos? du c(?:œ|oe)ur|"
            r"plus de quoi manger|ne mange pas|coup(?:é|er|ure) (?:d[’']eau|de courant)|"
            r"dor(?:s|t|mir) dans (?:ma|sa|la) voiture)",
            _I,
        ),
    ),
)
_PLACE = re.compile(
    r"\b(?:rue|avenue|boulevard|place|chemin|impasse|all[ée]e|quai|rond-point|carrefour|pont|passage|"
    r"arrêt|école|collège|lycée|parking|quartier|square|gare)\s+"
    r"(?:d(?:e la|es|u|e)\s+|de l[’']|d[’']|l[’'])?[A-ZÉÈÎÔ][\wéèêëàâîïôûüç’'-]+"
)
_OBJECT = re.compile(
    r"\b(?:panne|cassé|casse|trou|nid[s]?[- ]de[- ]poule|fuite|inond\w+|éclair\w+|"
    r"bruit|rats?|odeurs?|"
    r"caniveau|[ée]gout|trottoir|passage piéton|banc|poubelle)\w*",
    _I,
)

#: Ideas whose nearest neighbour is farther than this are rare (cosine similarity).
LONELY = 0.45
MIN_WORDS = 5


def weak_signals(
    ideas: Sequence[Idea], texts: Sequence[str], points: Matrix, *, most: int = 60
) -> tuple[WeakSignal, ...]:
    """The passages to read first: the most urgent, then the rarest. ``texts`` are the ideas'."""
    lonely = nearest(points)
    found = [
        (signal, float(lonely[i]))
        for i, (idea, text) in enumerate(zip(ideas, texts, strict=True))
        if (signal := _signal(idea, text, rare=bool(lonely[i] < LONELY)))
    ]
    found.sort(key=lambda pair: (-pair[0].urgency, pair[1], pair[0].row))
    return tuple(signal for signal, _ in found[:most])


def nearest(points: Matrix) -> Matrix:
    """Similarity of each point to its nearest other, shape (n,). Blocks bound the memory."""
    best = np.full(len(points), -1.0, dtype=np.float32)
    others = points if len(points) <= 20_000 else points[:: len(points) // 20_000 + 1]
    for start in range(0, len(points), 2_048):
        near = points[start : start + 2_048] @ others.T
        near[near > 0.9999] = -1.0  # itself, or its exact double
        best[start : start + 2_048] = near.max(axis=1)
    return best


def _signal(idea: Idea, text: str, *, rare: bool) -> WeakSignal | None:
    rung = [(reason, urgency) for reason, urgency, bell in BELLS if bell.search(text)]
    place = _PLACE.search(text)
    if place:
        rung.append((f"lieu précis : {place[0]}", 2 if _OBJECT.search(text) else 1))
    if rare and count_words(text) >= MIN_WORDS:
        rung.append(("idée que personne d’autre n’a exprimée", 1))
    urgency = max((u for _, u in rung), default=0)
    if urgency < 2 and not rare:
        return None
    if not rung:
        return None
    reasons = tuple(reason for reason, _ in rung)
    return WeakSignal(
        row=idea.row, start=idea.start, end=idea.end, reasons=reasons, urgency=urgency
    )
