"""Answers that speak of something else than everybody: a recipe, a match, a chest of drawers.

Conservative on purpose: what is far from all the other answers may be a new idea that must be read.
An answer is off topic only when three things agree: nothing near it in meaning, far from the
middle of all answers, and words that nearly nobody else writes. A danger is never off topic, nor
what asks for something or names a thing of public life: nobody else speaks of it, it is a theme
of one person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from beffroi.consultation.fold import fold
from beffroi.consultation.terms import stems
from beffroi.consultation.types import Idea
from beffroi.consultation.vectors import Matrix, spread
from beffroi.consultation.weak_signals import rings

#: Answers that it takes to know what a consultation speaks of.
ENOUGH = 30
#: Mean similarity to the five nearest answers, similarity to the mean of all, and share of words
#: that others write, under which an answer is off topic (chosen on two human-coded questions).
NEAR, MIDDLE, KNOWN = 0.28, 0.2, 0.5
NEAREST = 5
#: Content words under which an answer says too little to be judged; ideas above which it is long.
FEWEST_WORDS, MOST_IDEAS = 3, 4
#: Answers beside which each one is looked at.
BESIDE = 4_000
REASON = "La réponse ne parle ni de la question ni de ce dont parlent les autres."


#: What asks something of others, and things that a community has in common (folded).
_ASKS = re.compile(
    r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|il (?:faut|faudrait|manque)|faut|manqu\w+|besoin|"
    r"interdire|autoriser|rouvrir|reparer|nulle part|aucune?|ne \w+ (?:plus|pas|jamais))\b"
)
_COMMON = re.compile(
    r"\b(?:ecoles?|colleges?|lycees?|creches?|universites?|mairies?|communes?|communal\w*|"
    r"villages?|bourgs?|villes?|quartiers?|cantons?|departements?|regions?|territoires?|rues?|"
    r"routes?|places? publiques?|ponts?|parcs?|jardins? (?:publics?|partages?)|marches? couverts?|"
    r"gares?|bus|trains?|piscines?|bibliotheques?|mediatheques?|hopita\w+|ehpad|medecins?|"
    r"services? publics?|agents?|habitants?|riverains?|usagers?|citoyen\w*|associations?|elus?|"
    r"logements?|immeubles?|trottoirs?|travaux|impots?|taxes?|lois?|etat|polic\w+|pompiers?|"
    r"publi(?:cs?|ques?)|panneaux|dechets?|eclairage|pollution|administrations?)\b"
)


def off_topic(
    ideas: Sequence[Idea],
    texts: Sequence[str],
    meaning: Callable[[Sequence[str]], Matrix],
    *,
    question: str,
) -> frozenset[int]:
    """The rows that are off topic. ``meaning`` gives the encoder's rows of some of the texts."""
    places: dict[int, list[int]] = defaultdict(list)
    for i, idea in enumerate(ideas):
        places[idea.row].append(i)
    rows = list(places)
    if len(rows) < ENOUGH:
        return frozenset()
    said = {row: {s for i in places[row] for s in stems(texts[i])} for row in rows}
    strange = _strange(rows, said, set(stems(question)))
    odd = [row for row in strange if _may_be(row, places[row], said[row], texts)]
    if not odd:
        return frozenset()
    others = [rows[i] for i in spread(len(rows), BESIDE)]

    def middle(row: int) -> Matrix:
        return np.asarray(meaning([texts[i] for i in places[row]]).mean(axis=0))

    crowd = np.vstack([middle(row) for row in others])
    crowd /= np.linalg.norm(crowd, axis=1, keepdims=True) + 1e-9
    return frozenset(row for row in odd if _far(row, middle(row), others, crowd))


def _strange(rows: Sequence[int], said: dict[int, set[str]], asked: set[str]) -> list[int]:
    """Rows most of whose words hardly anybody else writes, nor the question."""
    times = Counter(word for row in rows for word in said[row])
    least = max(3, round(0.003 * len(rows)) + 1)
    known = {word for word, n in times.items() if n >= least} | asked
    return [row for row in rows if len(said[row] & known) < KNOWN * len(said[row])]


def _may_be(row: int, places: Sequence[int], said: set[str], texts: Sequence[str]) -> bool:
    short = len(places) <= MOST_IDEAS and len(said) >= FEWEST_WORDS
    return short and not any(rings(texts[i]) or _public(texts[i]) for i in places)


def _public(text: str) -> bool:
    flat = fold(text)
    return bool(_ASKS.search(flat) or _COMMON.search(flat))


def _far(row: int, point: Matrix, others: Sequence[int], crowd: Matrix) -> bool:
    point = point / (np.linalg.norm(point) + 1e-9)
    near = np.sort(crowd[np.array(others) != row] @ point)[::-1]
    mean = crowd.mean(axis=0)
    middle = float(point @ mean / (np.linalg.norm(mean) + 1e-9))
    return float(near[:NEAREST].mean()) < NEAR and middle < MIDDLE
