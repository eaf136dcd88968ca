"""Who stands among people: the other names of an enumeration, a nickname between quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import KNOWN_TOWN, adjacent, informative, never
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    KIN,
    PARTICLES,
    PLACES,
    ROLES,
    SERVICES,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

#: What parts the items of an enumeration on one line.
_PARTS = re.compile(r"[,;/|•·\t]|\s[-–—]\s|\s(?:et|&|puis)\s|[()]|\.\s|[:!?]")
#: Occurrences per million beyond which a word is itself before it is a name, in an enumeration.
_COMMON = 60.0
_NOBODY = STOP | PLACES | ROLES | SERVICES | BRANDS | KIN

Item = tuple[int, int]


def among(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« présents : cadiou, kerboul, toullec »: between two people, an item that may be a name."""
    spans = sorted((m.start, m.end) for m in people)
    at = 0
    for line in lines:
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        inside = [span for span in spans[at : at + 80] if span[0] < line.end]
        if inside:
            yield from _of_line(text, line, inside, names)


def _of_line(text: str, line: Line, people: Sequence[Item], names: Names) -> Iterator[Mention]:
    items = _items(text, line)
    whole = [_is_whole(text, item, people) for item in items]
    for rank, (start, end) in enumerate(items):
        if whole[rank] or any(a < end and start < b for a, b in people):
            continue
        beside = sum(whole[max(0, rank - 1) : rank]) + sum(whole[rank + 1 : rank + 2])
        words = [w for w in line.words if w.start >= start and w.end <= end]
        words = [w for w in words if w.folded not in CIVILITIES or w.shape == "I"]
        if not words or sum(whole) < 2 or not beside:
            continue
        between = beside == 2  # an unheard word at the end may be a company
        if all(_may_be(word, names, unheard=between) for word in words) and _is_one(
            text, words, end, names
        ):
            yield mention(text, words, 0, len(words), 0.6, "énumération", "", names)


def _items(text: str, line: Line) -> list[Item]:
    cuts = [m.span() for m in _PARTS.finditer(text, line.start, line.end)]
    begins = [line.start, *(end for _, end in cuts)]
    return list(zip(begins, [*(start for start, _ in cuts), line.end], strict=True))


def _is_whole(text: str, item: Item, people: Sequence[Item]) -> bool:
    """Whether the item is a person, and nothing else but a civility."""
    left = text[item[0] : item[1]]
    for start, end in people:
        if item[0] <= start and end <= item[1] + 2:
            left = text[item[0] : start] + text[end : item[1]]
            return len(left.strip(" .\u00a0-–*0123456789")) <= 4
    return False


def _may_be(word: Word, names: Names, *, unheard: bool) -> bool:
    if word.shape == "I" or word.folded in PARTICLES:
        return True
    if never(word, names) or word.folded in _NOBODY or len(word.folded) < 3:
        return False
    if names.communes.get(word.folded, 0) > KNOWN_TOWN or names.is_verb(word.folded):
        return False
    common = names.commonness(word.folded)
    if names.is_name(word.folded):
        return common < _COMMON
    return common == 0.0 and (unheard or not informative(word))


def _is_one(text: str, words: Sequence[Word], end: int, names: Names) -> bool:
    """One to three words in a row, one of them more than an initial, and nothing after."""
    after = text[words[-1].end : end].strip(" .\u00a0")
    real = [w for w in words if w.shape != "I" and w.folded not in PARTICLES]
    return (
        not after
        and len(words) <= 4
        and bool(real)
        and all(adjacent(word) for word in words[1:])
        and all(not any(c.isdigit() for c in word.text) for word in words)
    )


_NICKNAME = re.compile(
    r"(?P<a>[^\W\d_][\w\-’']+)\s[\"«“(]\s?(?P<n>[^\W\d_][\w\-’']{1,14})\s?[\"»”)](?:\s(?P<b>[^\W\d_][\w\-’']+))?"
)
_CALLED = re.compile(
    r"(?<!\w)(?:se\sdisant|surnomm[ée]{1,2}|dite?|alias|appel[ée]{1,2}|fameu(?:x|se)|certaine?|nomm[ée]{1,2}|d[ée]nomm[ée]{1,2}|"
    r"pr[ée]nomm[ée]{1,2})\s[\"«“]\s?(?P<n>[^\W\d_][\w\-’' ]{1,18}?)\s?[\"»”]",
    re.I,
)


def nicknames(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """« Jean-Pierre "JP" Lemoine », « X se disant "Bob" »."""
    starts = {m.start for m in people}
    ends = {m.end: m for m in people}
    for match in _NICKNAME.finditer(text) if '"' in text or "«" in text or "“" in text else ():
        before = ends.get(match.end("a"))
        after = match["b"] is not None and match.start("b") in starts
        if before is not None and (after or match["b"] is None or match["b"][0].isupper()):
            yield _called(text, *match.span("n"))
            if match["b"] is not None and not after and match["b"][0].isupper():
                yield _called(text, *match.span("b"))
        elif after and match["a"][0].isupper():
            yield _called(text, *match.span("n"))
    for match in _CALLED.finditer(text):
        yield _called(text, *match.span("n"))


def _called(text: str, start: int, end: int) -> Mention:
    return Mention(
        start=start,
        end=end,
        kind="person",
        text=text[start:end],
        confidence=0.65,
        rule="surnom",
    )
