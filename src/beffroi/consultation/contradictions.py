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
    for w in "plus davantage augmenter maintenir garder conserver creer developper construire "
    "retablir ajouter autoriser ouvrir renforcer elargir prolonger gratuit obligatoire encourager "
    "multiplier agrandir installer financer soutenir".split()
)
LESS = frozenset(
    stem(w)
    for w in "moins reduire supprimer diminuer baisser enlever arreter interdire fermer limiter "
    "abolir retirer stopper abandonner demolir payant facultatif decourager raccourcir".split()
)
LIKENESS = 0.55
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


def direction(text: str) -> int:
    """+1 asks for more, -1 for less, 0 unknown or both. Negation turns it round."""
    words = fold(text).split()
    pull = sum((stem(w) in MORE) - (stem(w) in LESS) for w in words)
    turned = bool({"pas", "jamais", "ni"} & set(words)) and "pas assez" not in " ".join(words)
    return int(np.sign(-pull if turned else pull))


def _in_theme(
    theme: str, members: list[int], ideas: Sequence[Idea], texts: Sequence[str], points: Matrix
) -> list[Contradiction]:
    near = points[members] @ points[members].T
    pulls = [direction(texts[i]) for i in members]
    objects = [_object(texts[i]) for i in members]
    found: list[Contradiction] = []
    for a, b in zip(*np.where(np.triu(near, 1) >= LIKENESS), strict=True):
        if ideas[members[a]].row == ideas[members[b]].row or pulls[a] * pulls[b] >= 0:
            continue
        shared = objects[a].keys() & objects[b].keys()
        if shared:
            found.append(
                Contradiction(
                    theme=theme,
                    first=ideas[members[a]],
                    second=ideas[members[b]],
                    subject=", ".join(sorted(objects[a][s] for s in shared)[:3]),
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
    return kept[:MOST_PER_THEME]


def _object(text: str) -> dict[str, str]:
    """Stem → word of what the passage speaks of, direction words aside."""
    words = {stem(w): w for w in fold(text).split() if len(w) > 3}
    content = set(stems(text)) - MORE - LESS
    return {s: w for s, w in words.items() if s in content}
