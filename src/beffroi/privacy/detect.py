"""Every personal datum of a text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from beffroi.privacy import columns
from beffroi.privacy.lists import NO_LISTS, Lists, allowed, demanded
from beffroi.privacy.overlaps import resolve
from beffroi.privacy.people import learned
from beffroi.privacy.people.beside import callers, companions, initials, speakers, veiled
from beffroi.privacy.people.births import birth_dates, codes
from beffroi.privacy.people.bodies import spans as bodies
from beffroi.privacy.people.completed import grown, nicknames
from beffroi.privacy.people.compounds import joined
from beffroi.privacy.people.find import find as find_people
from beffroi.privacy.people.listed import among, in_column
from beffroi.privacy.people.names import names
from beffroi.privacy.people.rows import in_rows
from beffroi.privacy.people.words import Line, lines
from beffroi.privacy.propagate import again, propagate, wanted
from beffroi.privacy.recognisers import (
    abroad,
    account,
    address,
    birth_date,
    card,
    email,
    gps,
    iban,
    identifier,
    network,
    nir,
    numbered,
    parcel,
    phone,
    plate,
    wayside,
)
from beffroi.privacy.types import Mention

RECOGNISERS = (
    email.find,
    phone.find,
    iban.find,
    nir.find,
    card.find,
    plate.find,
    birth_date.find,
    identifier.find,
    numbered.find,
    parcel.find,
    network.find,
    account.find,
    gps.find,
    address.find,
    abroad.find,
    wayside.find,
)


#: Characters looked at together: forms and tables do not reach beyond, people do.
BLOCK = 20_000

Cells = Sequence[tuple[int, int]]


def detect(text: str, *, lists: Lists = NO_LISTS) -> tuple[Mention, ...]:
    """The mentions of ``text``, in order, without overlap; ``lists`` are the collectivité's."""
    words = joined(lines(text), names())
    local = [_local(text, block) for block in _blocks(text, words)]
    forms = [mention for found, _, _ in local for mention in found]
    named = [mention for _, found, _ in local for mention in found]
    elsewhere = [cell for _, _, cells in local for cell in cells]
    repeated = _outside(propagate(text, named, words), [*forms, *named], elsewhere)
    with_them = _outside(companions(text, [*named, *repeated], names()), forms, elsewhere)
    people = [*named, *repeated, *with_them]
    people += _outside(nicknames(text, people), forms, elsewhere)
    people += _outside(grown(text, words, people, names()), forms, elsewhere)
    people += _outside([*initials(text, people, names()), *veiled(text)], forms, elsewhere)
    found_in_lists = [
        *among(text, words, people, names()),
        *in_column(text, words, people, names()),
        *in_rows(text, words, people, names()),
    ]
    listed = _outside(found_in_lists, [*forms, *people], elsewhere)
    people += listed
    people += _outside(propagate(text, listed, words), [*forms, *people], elsewhere)
    found = resolve([*forms, *birth_dates(text, people), *codes(text, people), *people])
    return resolve([*allowed(found, lists), *demanded(text, lists)])


def detect_all(texts: Sequence[str], *, lists: Lists = NO_LISTS) -> list[tuple[Mention, ...]]:
    """The mentions of each of the texts of one request: who is found in one is found in all."""
    every = [detect(text, lists=lists) for text in texts]
    if len(texts) < 2:
        return every
    words = [joined(lines(text), names()) for text in texts]
    known: dict[str, float] = {}
    for found, lined in zip(every, words, strict=True):
        for part, sure in wanted(found, lined).items():
            known[part] = max(sure, known.get(part, 0.0))
    return [
        resolve([*found, *allowed(_outside(again(text, known, lined), found, ()), lists)])
        for text, found, lined in zip(texts, every, words, strict=True)
    ]


Block = tuple[int, int, Sequence[Line]]


def _blocks(text: str, words: Sequence[Line]) -> Iterator[Block]:
    """The text in parts of about :data:`BLOCK` characters, cut where a blank line stands if any."""
    begin, first = 0, 0
    for at in range(1, len(words)):
        size = words[at].start - begin
        blank = words[at].start - words[at - 1].end > 1
        if size > BLOCK and (blank or size > 2 * BLOCK):
            yield begin, words[at].start, words[first:at]
            begin, first = words[at].start, at
    yield begin, len(text), words[first:]


def _local(text: str, block: Block) -> tuple[list[Mention], list[Mention], Cells]:
    """Forms, people and cells of places of one block, offsets in the whole text."""
    shift, end, inside = block
    part = text[shift:end] if end - shift < len(text) else text
    words = [_moved(line, -shift) for line in inside] if shift else inside
    forms, named, elsewhere = _by_rule(part, words)
    elsewhere_too = [*((m.start, m.end) for m in forms), *elsewhere]
    named += learned.find(part, words, names(), named, elsewhere_too)
    back = [(a + shift, b + shift) for a, b in elsewhere]
    return [_put(m, shift) for m in forms], [_put(m, shift) for m in named], back


def _by_rule(
    text: str, words: Sequence[Line]
) -> tuple[Sequence[Mention], list[Mention], list[tuple[int, int]]]:
    """Forms, people and cells of places, before the classifier."""
    cells = list(columns.find(text, words)) if len(words) > 1 else []
    forms = resolve(mention for find in RECOGNISERS for mention in find(text))
    elsewhere = [*(columns.places(text, words) if cells else ()), *bodies(text)]
    named = _outside(_people(text, words, forms), forms, elsewhere)
    named += [m for m in cells if m.kind == "person"]
    return (*forms, *(m for m in cells if m.kind != "person")), named, elsewhere


def rules_alone(text: str) -> tuple[Sequence[Line], list[Mention], Cells]:
    """Words, people and what else is no person of a short text: what the classifier starts from."""
    words = joined(lines(text), names())
    forms, named, elsewhere = _by_rule(text, words)
    return words, named, [*((m.start, m.end) for m in forms), *elsewhere]


def _people(text: str, words: Sequence[Line], forms: Sequence[Mention]) -> Iterator[Mention]:
    yield from find_people(text, words)
    yield from callers(text, words, forms, names())
    yield from speakers(text, words, names())


def _moved(line: Line, by: int) -> Line:
    words = tuple(w._replace(start=w.start + by, end=w.end + by) for w in line.words)
    return Line(start=line.start + by, end=line.end + by, words=words)


def _put(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by) if by else mention


def _outside(found: Iterable[Mention], forms: Iterable[Mention], cells: Cells) -> list[Mention]:
    """The mentions of ``found`` that lie in no form and in no cell of a place."""
    spans = sorted([*((m.start, m.end) for m in forms), *cells])
    starts = [start for start, _ in spans]
    return [m for m in found if not _inside(m, spans, starts)]


def _inside(mention: Mention, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    at = bisect.bisect(starts, mention.start)
    return any(mention.end <= end for _, end in spans[max(0, at - 3) : at])
