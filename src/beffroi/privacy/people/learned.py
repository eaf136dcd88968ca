"""What a small classifier says of a word that no rule took: is it someone’s name?

A logistic regression over what stands around the word: its shape, whether lists of first names,
surnames and communes know it, how common a word it is, its neighbours, what the rules found
beside it. ``tools/train_people.py`` makes the weights, from invented texts only.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from beffroi.privacy.people.looks import with_article
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.places import names_a_place
from beffroi.privacy.people.sequences import adjacent
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    KIN,
    PARTICLES,
    PLACES,
    ROLES,
    SERVICES,
    SHORTENED,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

#: Log-odds from which a word is masked; chosen on the development texts (docs/decisions/0064).
THRESHOLD = 1.0
#: The same for a word that French uses before it is a name: « la barque à chaîne ».
ORDINARY = 2.0
#: Words that are never somebody, whatever stands around them.
_NOBODY = STOP | BRANDS | SERVICES | SHORTENED | KIN | frozenset(CIVILITIES)
#: Occurrences per million that part the classes of commonness.
_STEPS = (0.0, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
#: Occurrences per million from which a lower-case word is French before it is a name.
_COMMON = 10.0
_NOTHING = "∅"

#: Start of a word → it is covered by a person already found.
Taken = frozenset[int]


def find(
    text: str,
    lines: Sequence[Line],
    names: Names,
    people: Sequence[Mention],
    elsewhere: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """The names that the rules left among ``lines``; ``elsewhere`` holds other personal data."""
    weights = _weights()
    taken = covered(lines, [(m.start, m.end) for m in people])
    out = taken | covered(lines, elsewhere)
    for line in lines:
        found: dict[int, float] = {}
        for at in candidates(line.words, names, out):
            if _within(text, line.words[at]):
                continue
            told = features(line.words, at, names, taken, before=at - 1 in found)
            score = weights[""] + sum(weights.get(name, 0.0) for name in told)
            if score >= (ORDINARY if _ordinary(line.words[at], names) else THRESHOLD):
                found[at] = 1 / (1 + math.exp(-score))
        for begin, end in _runs(line.words, found):
            sure = max(found[at] for at in range(begin, end))
            while adjacent(line.words[begin]) and line.words[begin - 1].start in taken and begin:
                begin -= 1  # « dylan petit »: one person, of whom the rules saw the first name
            yield _mention(text, line.words[begin:end], sure, names)


def _ordinary(word: Word, names: Names) -> bool:
    plain = word.shape == "l" and names.commonness(word.folded) >= _COMMON
    return plain and not names.is_first(word.folded)


def _within(text: str, word: Word) -> bool:
    """« 2sIYA »: letters inside a code are no name."""
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return any(c.isalnum() or c == "_" for c in around)


def _runs(words: Sequence[Word], found: Mapping[int, float]) -> Iterator[tuple[int, int]]:
    """Neighbours are one name: « tran thi mai »."""
    for at in found:
        if at - 1 in found and adjacent(words[at]):
            continue
        end = at + 1
        while end in found and adjacent(words[end]):
            end += 1
        yield at, end


def _mention(text: str, words: Sequence[Word], probability: float, names: Names) -> Mention:
    start, end = words[0].start, words[-1].end
    told = (names.gender(word.folded) for word in words)
    return Mention(
        start=start,
        end=end,
        kind="person",
        text=text[start:end],
        confidence=round(0.8 * probability, 2),
        rule="appris",
        gender=next((g for g in told if g), ""),
    )


def covered(lines: Sequence[Line], found: Iterable[tuple[int, int]]) -> Taken:
    """The starts of the words of ``lines`` that lie in ``found``."""
    spans = sorted(found)
    starts, at = set(), 0
    for line in lines:
        for word in line.words:
            while at < len(spans) and spans[at][1] <= word.start:
                at += 1
            if at < len(spans) and spans[at][0] <= word.start:
                starts.add(word.start)
    return frozenset(starts)


def candidates(words: Sequence[Word], names: Names, taken: Taken) -> Iterator[int]:
    """The words that may be a name: known as one, unknown to French, or with a telling capital."""
    for at, word in enumerate(words):
        folded = word.folded
        if len(folded) < 3 or word.start in taken or folded in _NOBODY:
            continue
        if folded in ROLES or (folded in PLACES and not names.is_last(folded)):
            continue
        if with_article(words, at) and names.commonness(folded) > 0.0:
            continue  # « les Nuits de la Lune »
        known = names.is_name(folded)
        if not known and word.shape == "l" and names.is_verb(folded):
            continue  # « a débordé »
        if (known or names.commonness(folded) == 0.0) and not _of_a_place(words, at, names):
            yield at


def _of_a_place(words: Sequence[Word], at: int, names: Names) -> bool:
    """« place léon blum »: the surname too is the place’s."""
    first = at > 0 and names.is_first(words[at - 1].folded) and adjacent(words[at])
    return names_a_place(words, at) or (first and names_a_place(words, at - 1))


def features(
    words: Sequence[Word], at: int, names: Names, taken: Taken, *, before: bool
) -> Iterator[str]:
    """What is said of ``words[at]``, as the names of weights."""
    word = words[at]
    lists = _lists(word, names)
    common = _class(names.commonness(word.folded))
    shape = word.shape + ("c" if word.caps else "")
    left = words[at - 1] if at else None
    right = words[at + 1] if at + 1 < len(words) else None
    further = words[at - 2] if at > 1 else None
    gaps = f"{_gap(word.gap) if left else '^'}{_gap(right.gap) if right else '$'}"
    yield f"a:{lists}{common}{shape}"
    yield f"b:{lists}{common}{gaps}"
    yield f"c:{shape}{gaps}"
    yield f"d:{_folded(left)}"
    yield f"e:{_folded(left)}:{lists}"
    yield f"f:{_folded(left)}:{common}"
    yield f"g:{_folded(right)}"
    yield f"h:{_folded(right)}:{lists}"
    yield f"i:{_folded(further)} {_folded(left)}"
    yield f"j:{_kind(left, names, taken)}:{lists}{common}"
    yield f"k:{_kind(right, names, taken)}:{lists}{common}"
    yield f"l:{_kind(left, names, taken)}{_kind(right, names, taken)}"
    yield f"m:{word.folded[-3:]}"
    yield f"n:{min(len(word.folded), 9)}{lists}{common}"
    yield f"o:{names.is_verb(word.folded)}{lists}"
    yield f"p:{_towns(names.communes.get(word.folded, 0))}{lists}"
    yield f"q:{min(len(words), 6)}{min(at, 3)}{lists}"
    yield f"r:{before}{lists}{common}"
    yield f"s:{any(w.start in taken for w in words)}{lists}{common}"


def _lists(word: Word, names: Names) -> str:
    return f"{names.is_first(word.folded):d}{names.is_last(word.folded):d}"


def _class(common: float) -> str:
    return str(sum(common > step for step in _STEPS))


def _towns(inhabitants: int) -> str:
    return str(sum(inhabitants > step for step in (0, 500, 3_000, 20_000)))


def _gap(gap: str) -> str:
    bare = gap.strip()
    if bare:
        return bare[0] if bare[0] in ',;:.()-/|"«»?!&+' else "9" if bare[0].isdigit() else "x"
    return "t" if "\t" in gap or "  " in gap else "_"


def _folded(word: Word | None) -> str:
    return word.folded if word else _NOTHING


def _kind(word: Word | None, names: Names, taken: Taken) -> str:
    """What the neighbour is: already someone, a function word, a name, a common word…"""
    if word is None:
        return _NOTHING
    if word.start in taken:
        return "P"
    folded = word.folded
    for letter, known in (
        ("C", CIVILITIES),
        ("A", PARTICLES),
        ("R", ROLES),
        ("S", STOP),
        ("L", PLACES),
    ):
        if folded in known:
            return letter
    common = names.commonness(folded)
    name = "n" if names.is_name(folded) else ""
    rare = "0" if common == 0 else "1" if common < 3 else "2"
    return f"{name}{rare}{'l' if word.shape == 'l' else 'T'}"


@cache
def _weights() -> Mapping[str, float]:
    data = files("beffroi.privacy").joinpath("gazetteers/poids.txt.gz").read_bytes()
    rows = (line.rsplit("\t", 1) for line in gzip.decompress(data).decode().splitlines())
    return {name: float(weight) for name, weight in rows}
