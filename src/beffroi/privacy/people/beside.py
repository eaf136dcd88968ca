"""Who stands beside a person or a number: a companion, an initial, a name before a number."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import adjacent, informative, never
from beffroi.privacy.people.vocabulary import CIVILITIES, PLACES, STOP
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

_WITH = r"(?:et|&|\+|ou|/)"
_BEFORE_AND = re.compile(
    rf"(?<![\w’'-])(?P<n>[^\W\d_][\w’'\-]+)\s{_WITH}\s(?:mme\s|m\.\s|mr\s|melle\s)?$", re.I
)
_AND_AFTER = re.compile(rf"\s{_WITH}\s(?P<n>[^\W\d_][\w’'\-]+)(?![\w’'-])", re.I)


def companions(text: str, people: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """« René et Ginette Poulain », « fatou et greg »: a first name joined to a person by « et »."""
    for person in people:
        around = (
            _BEFORE_AND.search(text, max(0, person.start - 40), person.start),
            _AND_AFTER.match(text, person.end),
        )
        for match in filter(None, around):
            folded = fold(match["n"])
            limit = _CAPITAL if match["n"][0].isupper() and not match["n"].isupper() else _SMALL
            if names.is_first(folded) and names.commonness(folded) < limit and folded not in STOP:
                start, end = match.span("n")
                gender = names.gender(folded)
                yield Mention(
                    start=start,
                    end=end,
                    kind="person",
                    text=match["n"],
                    confidence=0.65,
                    rule="avec",
                    gender=gender,
                )


_INITIAL = re.compile(
    r" (?P<i>[^\W\d_])\.(?!\w)| (?P<j>[b-ce-fhj-kp-ru-xz])(?=[\s,;)]|$)"  # not a, à, d, l, y…
)


def initials(text: str, people: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """« sandrine l. », « julien r »: the initial that follows a first name."""
    for person in people:
        if " " in person.text:
            continue
        match = _INITIAL.match(text, person.end)
        dotted = match is not None and match["i"] is not None
        if match and (dotted or names.is_first(fold(person.text))):
            yield Mention(
                start=person.start,
                end=match.end(),
                kind="person",
                text=text[person.start : match.end()],
                confidence=person.confidence,
                rule="initiale",
                gender=person.gender,
            )


_VEILED = re.compile(
    r"(?<!\w)(?:m(?:me|lle|r|elle|onsieur|adame)?\.?)\s(?P<n>[a-zà-ÿ]\.)(?=[\s,;:)!?]|$)", re.M
)


def veiled(text: str) -> Iterator[Mention]:
    """« mme v. » : someone whom the writer only half names, in lower case."""
    for match in _VEILED.finditer(text):
        start, end = match.span("n")
        yield Mention(
            start=start,
            end=end,
            kind="person",
            text=match["n"],
            confidence=0.7,
            rule="initiale",
        )


#: Occurrences per million beyond which a word beside a person is not a first name.
_CAPITAL, _SMALL = 200.0, 120.0


_BEGINS = re.compile(r"(?:^|[\n;•*>|(]|[-–,:] ?|\d ?h ?\d{0,2} ?[-–:]?)[ \t]*$")
_THEN = re.compile(r"[ \t\u00a0]*[(:,\-–/]?[ \t\u00a0]*(?:au |t[ée]l\.? ?:? ?)?$")


def callers(
    text: str, words_of: Sequence[Line], forms: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« - Rey 06 12 34 56 78 », « 10h Martin (06…) »: a name that begins a line before a number."""
    starts = sorted(m.start for m in forms if m.kind in {"phone", "email"})
    for line in words_of if starts else ():
        first = bisect.bisect(starts, line.start)
        for start in starts[first : bisect.bisect(starts, line.end)]:
            words = _before(text, line, start)
            if (
                words
                and _BEGINS.search(text[line.start : words[0].start])
                and _all_names(words, names)
            ):
                yield mention(text, words, 0, len(words), 0.65, "appelant", "", names)


def _before(text: str, line: Line, start: int) -> list[Word]:
    taken: list[Word] = []
    for word in reversed([w for w in line.words if w.end <= start]):
        gap = text[word.end : taken[0].start if taken else start]
        if not taken and not _THEN.match(gap):
            break
        if taken and not adjacent(taken[0]):
            break
        taken.insert(0, word)
    return [w for w in taken if w.folded not in CIVILITIES or w.shape == "I"][-4:]


def _all_names(words: Sequence[Word], names: Names) -> bool:
    if any(never(w, names) or w.folded in STOP or w.folded in PLACES for w in words):
        return False
    return all(
        (names.is_name(w.folded) and names.commonness(w.folded) < 150)
        or (names.commonness(w.folded) == 0.0 and informative(w) and len(w.folded) > 2)
        or w.shape == "I"
        for w in words
    )


_SPEAKER = re.compile(r"\s?:\s+(?=\S+\s+\S+)")


def speakers(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """« KLEIN : d’accord avec M. Simon » at the beginning of a line of minutes."""
    for line in words_of:
        for count in (3, 2, 1):
            words = line.words[:count]
            if len(words) < count or not _SPEAKER.match(text, words[-1].end):
                continue
            if text[line.start : words[0].start].strip(" -–•*>\t") == "" and _speaks(words, names):
                yield mention(text, words, 0, len(words), 0.65, "parole", "", names)
            break


def _speaks(words: Sequence[Word], names: Names) -> bool:
    if any(never(w, names) or w.folded in STOP or w.folded in PLACES for w in words):
        return False
    if not all(adjacent(w) for w in words[1:]):
        return False
    rare = all(
        names.commonness(w.folded) < (30 if w.shape == "U" and not w.caps else 8) for w in words
    )
    return rare and all(names.is_name(w.folded) for w in words)
