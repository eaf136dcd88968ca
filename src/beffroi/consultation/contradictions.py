"""Pairs of passages of one theme that seem to ask for opposite things. Never asserted.

A pair is kept when the two speak of the same object (words and meaning near) and either pull it in
opposite directions (« supprimer » and « maintenir »), or one refuses from its first words what the
other wants. The person checks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from beffroi.consultation.fold import fold
from beffroi.consultation.position import by_cues
from beffroi.consultation.terms import stem, stems
from beffroi.consultation.types import Contradiction, Idea
from beffroi.consultation.vectors import Matrix

#: Verbs and adverbs that pull one way, and those that pull the other.
MORE = (
    "davantage augmenter maintenir garder conserver creer developper construire retablir ajouter "
    "autoriser ouvrir renforcer elargir prolonger encourager multiplier agrandir installer "
    "financer soutenir laisser"
)
LESS = (
    "reduire supprimer diminuer baisser enlever arreter interdire fermer limiter abolir retirer "
    "stopper abandonner demolir decourager raccourcir refuser renoncer eteindre"
)
#: What refuses, in the first words of a passage.
_REFUSAL = re.compile(
    r"\b(?:contre|interdi\w*|suppr\w*|abandon\w*|abrog\w*|refus\w*|stop\w*|non|oppos\w*|retrait|"
    r"retirer|arret(?:er|ez|ons)|renonc\w*|impossib\w*|ne (?:peut|peuvent|doit|doivent|faut|veux|"
    r"voulons)|pas de|moins de?|trop de?|inutile\w*|dangereu\w*|empech\w*|bloqu\w*|annul\w*|"
    r"fin de?|cesser?|rejet\w*|limit\w*|redui\w*|diminu\w*|baiss\w*)\b"
)
_TURNING = frozenset({"pas", "jamais", "ni", "surtout"})
#: Words after a direction among which its object is looked for, and how many of them count.
REACH, OBJECTS = 7, 3
#: Words of a passage among which a refusal is looked for.
OPENING = 15
#: Likeness of two passages that share a word, and of two that share none.
LIKENESS, ALIKE = 0.5, 0.7
#: Under this score a pair is not worth a person's time.
LEAST = 0.5
READ_PER_THEME = 300
MOST_PER_THEME = 5
#: Pairs in which the same passage is shown.
TIMES = 2


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
    more, less = _directions()
    return (stem(word) in more) - (stem(word) in less or word in ("contre", "non", "stop"))


@cache
def _directions() -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what pulls one way, and of what pulls the other."""
    return frozenset(map(stem, MORE.split())), frozenset(map(stem, LESS.split()))


def refuses(text: str) -> bool:
    """Whether the first words of ``text`` refuse something: « Non à la rocade », « Supprimer… »."""
    return bool(_REFUSAL.search(" ".join(fold(text).split()[:OPENING])))


def _in_theme(
    theme: str, members: list[int], ideas: Sequence[Idea], texts: Sequence[str], points: Matrix
) -> list[Contradiction]:
    near = points[members] @ points[members].T
    read = [_read(texts[i]) for i in members]
    found: list[Contradiction] = []
    for a, b in zip(*np.where(np.triu(near, 1) >= LIKENESS), strict=True):
        if ideas[members[a]].row == ideas[members[b]].row:
            continue
        worth, shared = _opposed(read[a], read[b], float(near[a, b]))
        if worth >= LEAST:
            written = _object(texts[members[a]])
            found.append(
                Contradiction(
                    theme=theme,
                    first=ideas[members[a]],
                    second=ideas[members[b]],
                    subject=", ".join(sorted(written.get(s, s) for s in shared)[:3]),
                    score=round(worth, 3),
                )
            )
    found.sort(key=lambda c: -c.score)
    return _few_times(found)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Passage:
    """What a passage pulls, whether it refuses or wants, and the words that it is about."""

    pulled: Mapping[str, int]
    refuses: bool
    wants: bool
    words: frozenset[str]


def _read(text: str) -> _Passage:
    refused = refuses(text)
    more, less = _directions()
    return _Passage(
        pulled=pulls(text),
        refuses=refused,
        wants=not refused and by_cues(text) == "pour",
        words=frozenset(stems(text)) - more - less,
    )


def _opposed(first: _Passage, second: _Passage, near: float) -> tuple[float, frozenset[str]]:
    """How much two passages oppose each other, 0 to 1, and the stems of what they oppose about."""
    pulled = {s for s, sign in first.pulled.items() if second.pulled.get(s) == -sign}
    if pulled:
        return near * min(1.0, 0.5 + 0.25 * len(pulled)), frozenset(pulled)
    one_refuses = (first.refuses and second.wants) or (second.refuses and first.wants)
    shared = first.words & second.words
    if not one_refuses or (not shared and near < ALIKE):
        return 0.0, shared
    return near * (0.7 + 0.1 * min(3, len(shared))), shared


def _few_times(found: list[Contradiction]) -> list[Contradiction]:
    """No passage is shown in more than ``TIMES`` pairs."""
    seen: Counter[tuple[int, int]] = Counter()
    kept = []
    for pair in found:
        ends = [(pair.first.row, pair.first.start), (pair.second.row, pair.second.start)]
        if all(seen[end] < TIMES for end in ends):
            kept.append(pair)
            seen.update(ends)
    return kept[:MOST_PER_THEME]


def _object(text: str) -> dict[str, str]:
    """Stem → word of what the passage speaks of, direction words aside."""
    words, content = {stem(w): w for w in fold(text).split() if len(w) > 3}, set(stems(text))
    return {s: w for s, w in words.items() if s in content}
