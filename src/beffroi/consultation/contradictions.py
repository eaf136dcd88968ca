"""Pairs of passages of one theme that seem to ask for opposite things. Never asserted.

A pair is kept when the two speak of the same object (words and meaning near) and pull in opposite
directions (positions, or verbs such as « supprimer » and « maintenir »). The person checks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from beffroi.consultation.account import fold
from beffroi.consultation.terms import stem, stems
from beffroi.consultation.types import Contradiction, Idea
from beffroi.consultation.vectors import Matrix

#: Verbs and adverbs that pull one way, and those that pull the other.
MORE = frozenset(
    stem(w)
    for w in "davantage augmenter maintenir garder conserver creer developper construire "
    "retablir ajouter autoriser ouvrir renforcer elargir prolonger encourager "
    "multiplier agrandir installer financer soutenir laisser".split()
)
LESS = frozenset(
    stem(w)
    for w in "reduire supprimer diminuer baisser enlever arreter interdire fermer limiter "
    "abolir retirer stopper abandonner demolir decourager raccourcir refuser "
    "renoncer eteindre".split()
)
_TURNING = frozenset({"pas", "jamais", "ni", "surtout"})
#: Words after a direction among which its object is looked for, and how many of them count.
REACH, OBJECTS = 7, 3
LIKENESS = 0.5
#: Under this score a pair is not worth a person's time.
LEAST = 0.5
READ_PER_THEME = 300
MOST_PER_THEME = 5


def contradictions(
    ideas: Sequence[Idea], texts: Sequence[str], points: Matrix
) -> tuple[Contradiction, ...]:
    """Pairs to check, the likeliest first, at most five a theme."""
    found: list[Contradiction] = []
    for theme in sorted({idea.theme for idea in ideas if idea.theme}):
        members = [i for i, idea in enumerate(ideas) if idea.theme == theme][:READ_PER_THEME]
        found += _in_theme(theme, members, ideas, texts, points)
    return tuple(sorted(found, key=lambda c: (-c.score, c.first.row, c.second.row)))


def pulls(text: str) -> dict[str, int]:
    """Stem → +1 when more of it is asked for, -1 when less: the words that follow a direction.

    « Plus » and « moins » pull only before « de » (« plus de bus », never « plus clair »);
    a negation turns the direction round.
    """
    words = fold(text).split()
    found: dict[str, int] = {}
    for place, word in enumerate(words):
        sign = _sign(word, words[place + 1 : place + 2])
        if sign:
            turned = bool(_TURNING & set(words[max(0, place - 3) : place + 2]))
            for near in stems(" ".join(words[place + 1 : place + REACH]))[:OBJECTS]:
                found.setdefault(near, -sign if turned else sign)
    return found


def _sign(word: str, after: Sequence[str]) -> int:
    if word in ("arret", "arrets"):  # those of a bus
        return 0
    if word in ("plus", "moins"):
        return (1 if word == "plus" else -1) if after and after[0] in ("de", "d") else 0
    return (stem(word) in MORE) - (stem(word) in LESS or word in ("contre", "non", "stop"))


def _in_theme(
    theme: str, members: list[int], ideas: Sequence[Idea], texts: Sequence[str], points: Matrix
) -> list[Contradiction]:
    near = points[members] @ points[members].T
    pulled = [pulls(texts[i]) for i in members]
    found: list[Contradiction] = []
    for a, b in zip(*np.where(np.triu(near, 1) >= LIKENESS), strict=True):
        if ideas[members[a]].row == ideas[members[b]].row:
            continue
        shared = {s for s, sign in pulled[a].items() if pulled[b].get(s) == -sign}
        if shared:
            written = _object(texts[members[a]])
            found.append(
                Contradiction(
                    theme=theme,
                    first=ideas[members[a]],
                    second=ideas[members[b]],
                    subject=", ".join(sorted(written.get(s, s) for s in shared)[:3]),
                    score=round(float(near[a, b]) * min(1.0, 0.5 + 0.25 * len(shared)), 3),
                )
            )
    found.sort(key=lambda c: -c.score)
    return _each_once(found)


def _each_once(found: list[Contradiction]) -> list[Contradiction]:
    """A passage is shown in one pair only."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for pair in found:
        ends = {(pair.first.row, pair.first.start), (pair.second.row, pair.second.start)}
        if not ends & seen:
            kept.append(pair)
            seen |= ends
    return [pair for pair in kept if pair.score >= LEAST][:MOST_PER_THEME]


def _object(text: str) -> dict[str, str]:
    """Stem → word of what the passage speaks of, direction words aside."""
    words = {stem(w): w for w in fold(text).split() if len(w) > 3}
    return {s: w for s, w in words.items() if s in set(stems(text))}
