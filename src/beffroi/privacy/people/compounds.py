"""« Le Goff », « da Silva », « ben salah »: a particle and a word that together are a surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.vocabulary import CIVILITIES, KIN, PARTICLES, PLACES, ROLES, SERVICES
from beffroi.privacy.people.words import Line, Word


def joined(lines: Iterable[Line], names: Names) -> list[Line]:
    """The same lines where a known compound surname is one word."""
    return [replace(line, words=tuple(_joined(line.words, names))) for line in lines]


def _joined(words: tuple[Word, ...], names: Names) -> Iterator[Word]:
    at = 0
    while at < len(words):
        word = words[at]
        if word.folded in PARTICLES and at + 1 < len(words) and word.shape != "I":
            whole = _whole(words, at, names)
            if whole is not None:
                yield whole
                at += 2
                continue
        yield word
        at += 1


def _whole(words: tuple[Word, ...], at: int, names: Names) -> Word | None:
    word, after = words[at], words[at + 1]
    folded = f"{word.folded} {after.folded}"
    if after.gap not in ("", " ", "\u00a0"):
        return None
    if folded not in names.last and not _unheard(word, after, names):
        return None
    if word.folded in {"le", "la", "de", "du", "des", "l", "d", "les"} and not _named(
        words, at, names
    ):
        return None
    text = f"{word.text}{after.gap}{after.text}"
    shape = after.shape if word.shape != "l" or after.shape == "l" else "l"
    return Word(word.start, after.end, text, folded, shape, word.gap, word.caps)


#: Particles that French does not use otherwise.
_FOREIGN = frozenset("el al ben bin ait mac van von ould dos del bel abou da di o".split())


def _unheard(word: Word, after: Word, names: Names) -> bool:
    """« Le Goaziou », « Du Plessis », « el khoury »: no list has it, its look tells it."""
    if len(after.folded) < 3 or names.commonness(after.folded) >= 1.0 or after.shape == "I":
        return False
    if after.folded in ROLES or after.folded in PLACES or after.folded in SERVICES:
        return False
    if word.folded in _FOREIGN:
        return (after.shape == "l") == (word.shape == "l") and not word.text.endswith(("'", "’"))
    if word.folded not in {"le", "du", "de"} or names.communes.get(after.folded, 0) > 20_000:
        return False
    if word.folded != "le" and after.shape == "l" and after.folded not in names.last:
        return False
    return word.caps or (word.shape in "TU" and after.shape == word.shape) or after.shape == "l"


def _named(words: tuple[Word, ...], at: int, names: Names) -> bool:
    """Whether an article there is part of a name: capital, civility, first name, or rare word."""
    word, after = words[at], words[at + 1]
    if word.shape != "l" and not word.caps:
        return after.shape != "l"
    before = words[at - 1].folded if at else ""
    if word.folded in {"de", "du"} and before not in CIVILITIES and names.is_first(after.folded):
        return False  # « la voisine de josiane »
    if before in CIVILITIES or before in KIN or names.is_first(before):
        return True
    if word.caps and (at == 0 or word.gap.strip(" \u00a0-–•*")):
        return True
    following = words[at + 2].folded if at + 2 < len(words) else ""
    return f"{word.folded} {after.folded}" in names.last and (
        names.commonness(after.folded) == 0.0 or names.is_first(following)
    )
