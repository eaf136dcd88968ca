"""Words that people misspell, read as the words of the documents. No I/O here.

A word is looked for by its sound, then at one or two slips of the hand (Damerau, « A technique
for computer detection and correction of spelling errors », 1964; neighbours are found by
deletions, as in Garbe's « Symmetric Delete »).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cached_property

from beffroi.knowledge.phonetic import said, sound

#: Letters from which a word may be corrected, and from which two slips are forgiven.
ONE_SLIP, TWO_SLIPS = 4, 7

#: Slips forgiven to a word of the language that may be another one written as it sounds.
HEARD = 2

_ELIDED = ("qu", "l", "d", "j", "n", "s", "m", "t", "c")
_VOWELS = tuple("aeiouyh")


class Speller:
    """``words``: folded word → how common it is. Its tables are made at the first correction."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    def knows(self, word: str) -> bool:
        return word in self._words

    def read(self, word: str) -> tuple[str, ...]:
        """The words most likely meant by ``word``, which is not one that the speller knows;
        several when words were glued together, none when nothing is near."""
        attempts = (
            self._unelided, self._same_sound, self._near, self._unelided_and_heard, self._glued
        )  # fmt: skip
        for attempt in attempts:
            found = attempt(word)
            if found:
                return found
        return ()

    def heard(self, word: str, *, times: int) -> tuple[str, ...]:
        """A word held at least ``times`` that sounds like ``word`` and is nearly written like it:
        what someone who writes as they speak means by it; none when nothing is."""
        near = (w for w in self._same_sound(word) if self._words[w] >= times)
        return tuple(w for w in near if slips(word, w) <= HEARD)

    def _unelided(self, word: str) -> tuple[str, ...]:
        """« lecole » is « l’école » without its apostrophe."""
        for start in _ELIDED:
            rest = word[len(start) :]
            elided = word.startswith(start) and rest.startswith(_VOWELS) and len(rest) > 1
            if elided and rest in self._words:
                return (rest,)
        return ()

    def _unelided_and_heard(self, word: str) -> tuple[str, ...]:
        """« didantité » is « d’identité »."""
        for start in _ELIDED:
            rest = word[len(start) :]
            if word.startswith(start) and rest.startswith(_VOWELS) and len(rest) > 4:
                found = self._same_sound(rest)
                if found:
                    return found
        return ()

    def _same_sound(self, word: str) -> tuple[str, ...]:
        if len(word) < 3:
            return ()
        heard = dict.fromkeys((sound(word), said(word)))
        others = [other for one in heard for other in self._sounds.get(one, [])]
        return self._best(word, others, most=max(3, max(map(len, others), default=0) // 2))

    def _near(self, word: str) -> tuple[str, ...]:
        if len(word) < ONE_SLIP or word.isdigit():
            return ()
        near = {w for cut in (word, *_cuts(word)) for w in self._deletions.get(cut, ())}
        return self._best(word, sorted(near), most=2 if len(word) >= TWO_SLIPS else 1)

    def _glued(self, word: str) -> tuple[str, ...]:
        for place in range(4, len(word) - 3):
            left, right = word[:place], word[place:]
            if left in self._words and right in self._words:
                return (left, right)
        return ()

    def _best(self, word: str, others: list[str], *, most: int) -> tuple[str, ...]:
        """The nearest of ``others`` at ``most`` slips, the commonest among near ones."""
        ranked = sorted(
            (self._cost(word, other), other)
            for other in others
            if len(other) > 2 and slips(word, other) <= most
        )
        return (ranked[0][1],) if ranked else ()

    def _cost(self, word: str, other: str) -> float:
        """Slips, half a one more for another first letter, half less when ten times commoner."""
        return (
            slips(word, other)
            + 0.5 * (other[0] != word[0])
            - 0.5 * math.log10(1 + self._words[other])
        )

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) > 2 and word.isalpha():
                table.setdefault(sound(word), []).append(word)
        return table

    @cached_property
    def _deletions(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) >= ONE_SLIP and word.isalpha():
                for cut in (word, *_cuts(word)):
                    table.setdefault(cut, []).append(word)
        return table


def slips(one: str, other: str) -> int:
    """Letters added, dropped, changed or swapped with their neighbour between two words; a letter
    doubled or not counts for nothing more than one slip."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _cuts(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
