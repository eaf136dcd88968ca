"""The rest of a name of which a part was found: an unheard word, a nickname between quotes."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import KNOWN_TOWN, adjacent, never
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    KIN,
    PLACES,
    ROLES,
    SERVICES,
    SHORTENED,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

_NOBODY = STOP | PLACES | ROLES | SERVICES | BRANDS | KIN | SHORTENED


def grown(
    text: str, lines: Sequence[Line], people: Sequence[Mention], names: Names
) -> Iterator[Mention]:
    """« je, arulanandam selvi, » : the unheard word beside a name, at an end of a clause."""
    starts = [line.start for line in lines]
    for person in people:
        line = lines[max(0, bisect.bisect(starts, person.start) - 1)]
        at = bisect.bisect_left([w.start for w in line.words], person.start)
        last = bisect.bisect_left([w.start for w in line.words], person.end) - 1
        if not at <= last < len(line.words) or line.words[at].start != person.start:
            continue
        begin = at - 1 if at and _unheard(line.words, at - 1, at, names) else at
        if begin < at and not _opens_clause(line.words, begin):
            begin = at
        end = last + 1
        if end < len(line.words) and _unheard(line.words, end, end, names):
            end += _closes_clause(text, line.words, end)
        if (begin, end) != (at, last + 1):
            rule, gender = person.rule, person.gender
            yield mention(text, line.words, begin, end, person.confidence, rule, gender, names)


def _unheard(words: Sequence[Word], at: int, second: int, names: Names) -> bool:
    """Whether ``words[at]`` is no word of French, tied to its neighbour by a space."""
    word = words[at]
    return (
        adjacent(words[second])
        and len(word.folded) > 2
        and names.commonness(word.folded) == 0.0
        and not names.is_verb(word.folded)
        and names.communes.get(word.folded, 0) < KNOWN_TOWN
        and word.folded not in _NOBODY
        and not never(word, names)
    )


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    return at == 0 or bool(words[at].gap.strip(" \u00a0")) or words[at - 1].folded in _BEFORE_NAME


_BEFORE_NAME = frozenset(
    "je heberge soussigne soussignee a par de chez avec et pour contre".split()
)


def _closes_clause(text: str, words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or bool(words[at + 1].gap.strip(" \u00a0"))


_NICKNAME = re.compile(
    r"(?P<a>[^\W\d_][\w\-’']+)\s[\"«“(]\s?(?P<n>[^\W\d_][\w\-’']{1,14})\s?[\"»”)](?:\s(?P<b>[^\W\d_][\w\-’']+))?"
)
_CALLED = re.compile(
    r"(?<!\w)(?:se\sdisant|surnomm[ée]{1,2}|dite?|alias|appel[ée]{1,2}|fameu(?:x|se)|certaine?|nomm[ée]{1,2}|d[ée]nomm[ée]{1,2}|"
    r"pr[ée]nomm[ée]{1,2})\s[\"«“]\s?(?P<n>[^\W\d_][\w\-’' ]{1,18}?)\s?[\"»”]",
    re.I,
)
#: « Noûr, dit Nounou »: after someone, another name of theirs.
_ALSO = re.compile(r",?\s(?:dite?|alias|surnomm[ée]{1,2})\s(?P<n>[A-ZÀ-Ý][\w\-’']{1,18})(?!\w)")


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
    for match in _ALSO.finditer(text):
        if match.start() in ends:
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
