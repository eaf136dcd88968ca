"""A person found once is found everywhere: any case, accent or form, and one slip of the hand."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence

from beffroi.privacy.people.names import Names, names
from beffroi.privacy.people.places import names_a_place
from beffroi.privacy.people.sequences import informative
from beffroi.privacy.people.vocabulary import CIVILITIES, PARTICLES, ROLES, STOP
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

_SURE = 0.55


def propagate(text: str, found: Iterable[Mention], words_of: Iterable[Line]) -> Iterator[Mention]:
    """The other mentions of the people of ``found``."""
    words_of = list(words_of)
    yield from again(text, wanted(found, words_of), words_of)


def again(text: str, parts: Mapping[str, float], words_of: Iterable[Line]) -> Iterator[Mention]:
    """Every word of ``text`` that is one of ``parts``, as :func:`wanted` gives them."""
    known = names()
    for line in words_of if parts else ():
        for at, word in enumerate(line.words):
            if _is_wanted(line.words, at, parts, known) and not names_a_place(line.words, at):
                yield Mention(
                    start=word.start,
                    end=word.end,
                    kind="person",
                    text=text[word.start : word.end],
                    confidence=min(0.75, parts.get(word.folded, 0.6)),
                    rule="propagation",
                )


def wanted(found: Iterable[Mention], words_of: Iterable[Line]) -> dict[str, float]:
    """The folded words of the people found, with how sure; particles and civilities left out."""
    sure = sorted(
        (m.start, m.end, m.confidence)
        for m in found
        if m.kind == "person" and m.confidence >= _SURE
    )
    parts: dict[str, float] = {}
    starts = [start for start, _, _ in sure]
    for line in words_of if sure else ():
        for word in line.words:
            at = bisect.bisect(starts, word.start) - 1
            if at >= 0 and word.end <= sure[at][1]:
                parts[word.folded] = max(parts.get(word.folded, 0.0), sure[at][2])
    return {part: sure for part, sure in parts.items() if _distinctive(part)}


def _distinctive(part: str) -> bool:
    return (
        len(part) > 2
        and part not in STOP
        and part not in PARTICLES
        and part not in CIVILITIES
        and part not in ROLES
    )


def _is_wanted(words: Sequence[Word], at: int, parts: Mapping[str, float], known: Names) -> bool:
    word = words[at]
    if word.folded in parts:
        common = known.commonness(word.folded)
        if informative(word) or common < 3.0:
            return True
        return common < 60.0 and not _determined(words, at)
    if len(word.folded) < 6 or known.commonness(word.folded) > 0 or known.is_name(word.folded):
        return False
    return any(
        one_slip(word.folded, name) for name in parts if abs(len(name) - len(word.folded)) < 2
    )


def _determined(words: Sequence[Word], at: int) -> bool:
    """« une page », « très claire », « c’est rose »: the common word, not the person."""
    if at == 0 or words[at].gap.strip(" \u00a0"):
        return False
    before = words[at - 1].folded
    return before in STOP and before not in {"a", "et", "par", "avec", "pour", "de", "chez", "que"}


def one_slip(word: str, name: str) -> bool:
    """Whether one letter added, lost, changed or two swapped part ``word`` from ``name``."""
    if len(name) < 6 or word[0] != name[0]:
        return False
    short, long = sorted((word, name), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]
