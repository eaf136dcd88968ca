"""How the sentences of two texts answer each other: shared words, the rare ones weighing most."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from beffroi.fidelity.lexicon import meanings
from beffroi.fidelity.words import key_of

if TYPE_CHECKING:
    from beffroi.fidelity.sides import Side


#: Eighteen years in months, as a duration is normalised: « mineurs » and « moins de 18 ans » agree.
COMING_OF_AGE = ("mois", "216")


def likeness_table(source: Side, draft: Side) -> tuple[tuple[float, ...], ...]:
    left, right = _all_keys(source), _all_keys(draft)
    weight = _weights([*left, *right])
    total_left = [sum(weight[k] for k in keys) for keys in left]
    total_right = [sum(weight[k] for k in keys) for keys in right]
    return tuple(
        tuple(_overlap(a, b, weight, ta, tb) for b, tb in zip(right, total_right, strict=True))
        for a, ta in zip(left, total_left, strict=True)
    )


def _all_keys(side: Side) -> list[set[str]]:
    """For each sentence, the meanings of its words and the values of its facts."""
    keys: list[set[str]] = [
        {meaning for word in words if word.content for meaning in meanings(word.key)}
        for words in side.words
    ]
    for fact in side.facts:
        if keys:
            index = side.sentence_of(fact.span.start)
            keys[index].add("=" + "/".join(fact.value[-2:]))
            if fact.value[:2] == COMING_OF_AGE:
                keys[index] |= meanings(key_of("mineur")) | meanings(key_of("majeur"))
    return keys


def _weights(sentences_keys: list[set[str]]) -> dict[str, float]:
    """Rare words weigh more: they tell which sentence answers which."""
    count = Counter(key for keys in sentences_keys for key in keys)
    total = max(len(sentences_keys), 2)
    return {key: math.log(1 + total / seen) for key, seen in count.items()}


def _overlap(
    left: set[str], right: set[str], weight: dict[str, float], total_left: float, total_right: float
) -> float:
    """Shared weight over the smaller side: a split or merged sentence still answers."""
    shared = sum(weight[key] for key in left & right)
    if not shared:
        return 0.0
    return 0.6 * shared / min(total_left, total_right) + 0.4 * shared / max(total_left, total_right)
