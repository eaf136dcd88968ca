"""Identical and near-identical texts: a campaign is counted once and N times.

Exact duplicates by their folded text; near-duplicates by MinHash over word trigrams, confirmed by
the true Jaccard similarity. Short answers are never merged by resemblance: « plus de bus » said by
forty people is forty opinions, not a campaign.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Under this many words, the same text is the same opinion, not a copy.
MIN_WORDS = 12
SIMILARITY = 0.7
_PERMUTATIONS = 64
_BANDS = 16


def copies(folded: Sequence[str]) -> dict[int, int]:
    """Index of a copy → index of the first text that it repeats. ``folded`` texts are compared."""
    long = [i for i, text in enumerate(folded) if len(text.split()) >= MIN_WORDS]
    found: dict[int, int] = {}
    first_of: dict[str, int] = {}
    for i in long:
        first = first_of.setdefault(folded[i], i)
        if first != i:
            found[i] = first
    near = _near_copies([i for i in long if i not in found], folded)
    return {**near, **{i: near.get(first, first) for i, first in found.items()}}


def _near_copies(indices: Sequence[int], folded: Sequence[str]) -> dict[int, int]:
    if len(indices) < 2:
        return {}
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=SIMILARITY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    found: dict[int, int] = {}
    for i in indices:
        grams = _trigrams(folded[i])
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(sorted(grams))
        first = _first_alike(grams, lsh.query(sketch), folded)
        if first is None:
            lsh.insert(i, sketch)
        else:
            found[i] = first
    return found


def _first_alike(
    grams: frozenset[str], candidates: Sequence[int], folded: Sequence[str]
) -> int | None:
    """The first candidate that is truly alike. Its words are cut again: a million would not fit."""
    alike = (j for j in sorted(candidates) if jaccard(grams, _trigrams(folded[j])) >= SIMILARITY)
    return next(alike, None)


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """Share of common elements, 0 to 1."""
    return len(first & second) / max(1, len(first | second))


def _trigrams(text: str) -> frozenset[str]:
    words = text.split()
    return frozenset(" ".join(words[k : k + 3]) for k in range(len(words) - 2))
