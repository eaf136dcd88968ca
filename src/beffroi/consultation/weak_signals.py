"""What few people said and somebody must read: danger, distress, a child, a place, a rare idea.

A rule-based screening on purpose: it may ring for nothing, it must not stay silent. It says why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from beffroi.consultation.segment import count_words
from beffroi.consultation.terms import stems
from beffroi.consultation.types import Idea, WeakSignal
from beffroi.consultation.vectors import Matrix, spread

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
            r"c[âa]ble (?:nu|électrique|à nu)|lampadaire\w* (?:tombé|cassé|arraché|penche)\w*|"
            r"(?:peut|peuvent|va|vont|menace de|risque de) tomber|(?:est|suis|sont) tombée?s?\b|"
            r"garde-corps|[àa] nu\b|plaque d[’']égout (?:est )?(?:ouverte|manquante)|"
            r"suit (?:les|des|ma|mes|nos) (?:coll[ée]gi\w+|enfants?|filles?|femmes?)|"
            r"avant qu[’']il y ait (?:un|des)|avant (?:le|un) drame)",
            _I,
        ),
    ),
    (
        "enfant concerné",
        1,
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
_FAULT = re.compile(
    r"\b(?:en panne|cassée?s?|trous?|nids?[- ]de[- ]poule|fuite|inond\w+|effondr\w+|"
    r"rats?|odeurs?|bouchée?s?|ouverte?|effacée?s?|sombre|peur|poubelles)\b",
    _I,
)
_FIGURATIVE = re.compile(
    r"\b(?:mort (?:de|des|du) (?:commerce|centre|village|êtres|planète|démocratie)\w*|"
    r"danger pour (?:la démocratie|la planète|l[’']économie)|suicide (?:collectif|économique)|"
    r"agress\w+ (?:visuel|publicit|fiscal)\w*|accident industriel)",
    _I,
)

#: Ideas whose nearest neighbour is farther than this are rare (cosine similarity), and this share
#: of all ideas, the loneliest, whatever their distance.
LONELY, LONELIEST = 0.2, 0.1
#: How much words that nobody else writes move an idea away from the others.
OWN_WORDS = 0.6
MIN_WORDS = 5
#: The same beside the meaning of whole ideas, and how many people are few.
OWN_WORDS_MEANT, FEW = 0.3, 4
#: Urgent passages shown, and rare ones.
MOST = 80
#: Points up to which each is compared with all the others; above, with so many, evenly spread.
EXACT, BESIDE = 20_000, 8_000


def rings(text: str) -> bool:
    """Whether a danger, a distress, hardship or a fault in a named place is read in ``text``."""
    urgent = any(bell.search(text) for _, urgency, bell in BELLS if urgency > 1)
    return urgent or bool(_FAULT.search(text) and _PLACE.search(text))


def weak_signals(
    ideas: Sequence[Idea],
    texts: Sequence[str],
    points: Matrix,
    *,
    meaning: Callable[[Sequence[str]], Matrix] | None = None,
    most: int = MOST,
) -> tuple[WeakSignal, ...]:
    """The passages to read first: the most urgent, then the rarest. ``texts`` are the ideas'.

    ``meaning`` gives the encoder's rows of some texts: what is rare has no axis of its own among
    ``points``. At most ``most`` urgent passages and as many rare ones.
    """
    company = _company(ideas, texts, meaning) if meaning else nearest(points)
    lonely = company - (OWN_WORDS_MEANT if meaning else OWN_WORDS) * _own_words(texts)
    limit = max(LONELY, float(np.quantile(lonely, LONELIEST)))
    found = [
        (signal, float(lonely[i]))
        for i, (idea, text) in enumerate(zip(ideas, texts, strict=True))
        if (signal := _signal(idea, text, rare=bool(lonely[i] <= limit)))
    ]
    found = list({(s.row, s.start): (s, near) for s, near in found}.values())
    found.sort(key=lambda p: (-p[0].urgency, -len(p[0].reasons), p[1], p[0].row))
    urgent = [signal for signal, _ in found if signal.urgency > 1]
    rare = [signal for signal, _ in sorted(found, key=lambda p: p[1]) if signal.urgency <= 1]
    return (*urgent[:most], *_one_a_row(rare)[:most])


def _one_a_row(signals: Sequence[WeakSignal]) -> list[WeakSignal]:
    """The rarest passage of each answer: one long answer must not hide the others."""
    first: dict[int, WeakSignal] = {}
    for signal in signals:
        first.setdefault(signal.row, signal)
    return list(first.values())


def _company(
    ideas: Sequence[Idea], texts: Sequence[str], meaning: Callable[[Sequence[str]], Matrix]
) -> Matrix:
    """Similarity of each idea to the fifth nearest of other answers: four people are still few."""
    beside = spread(len(texts), BESIDE if len(texts) <= EXACT else BESIDE // 4)
    others, rows = meaning([texts[i] for i in beside]), np.array([idea.row for idea in ideas])
    mean = others.mean(axis=0)
    crowd = others - mean
    crowd /= np.linalg.norm(crowd, axis=1, keepdims=True) + 1e-9
    found = np.ones(len(texts), dtype=np.float32)
    if len(beside) <= FEW + 1:
        return found
    for start in range(0, len(texts), 2_048):
        part = meaning(texts[start : start + 2_048]) - mean
        near = (part / (np.linalg.norm(part, axis=1, keepdims=True) + 1e-9)) @ crowd.T
        near[rows[start : start + 2_048, None] == rows[beside][None, :]] = -1.0
        found[start : start + 2_048] = np.partition(near, -FEW - 1, axis=1)[:, -FEW - 1]
    return found


def _own_words(texts: Sequence[str]) -> Matrix:
    """Share of the words of each text that four texts at most hold, 0 to 1: few people are few."""
    said = [set(stems(text)) for text in texts]
    times = Counter(word for words in said for word in words)
    few = max(FEW, len(texts) // 2_000)
    shares = [sum(times[w] <= few for w in words) / max(2, len(words)) for words in said]
    return np.array(shares, dtype=np.float32)


def nearest(points: Matrix) -> Matrix:
    """Similarity of each point to its nearest other, shape (n,). Blocks bound the memory."""
    best = np.full(len(points), -1.0, dtype=np.float32)
    others = points[spread(len(points), BESIDE)] if len(points) > EXACT else points
    for start in range(0, len(points), 2_048):
        near = points[start : start + 2_048] @ others.T
        near[near > 0.9999] = -1.0  # itself, or its exact double
        best[start : start + 2_048] = near.max(axis=1)
    return best


def _signal(idea: Idea, text: str, *, rare: bool) -> WeakSignal | None:
    if _FIGURATIVE.search(text):
        return None
    rung = [(reason, urgency) for reason, urgency, bell in BELLS if bell.search(text)]
    place, fault = _PLACE.search(text), _FAULT.search(text)
    if fault and (place or rung):
        rung.append(("défaut signalé", 2))
    if place and rung:
        rung.append((f"lieu précis : {place[0]}", 1))
    if rare and count_words(text) >= MIN_WORDS:
        rung.append(("idée que presque personne d’autre n’exprime", 1))
    urgency = max((u for _, u in rung), default=0)
    if (urgency < 2 and not rare) or not rung:
        return None
    reasons = tuple(reason for reason, _ in rung)
    return WeakSignal(
        row=idea.row, start=idea.start, end=idea.end, reasons=reasons, urgency=urgency
    )
