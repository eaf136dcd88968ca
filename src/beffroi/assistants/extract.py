"""The sentences of the passages that answer a question best, quoted exactly. No model, no encoder.

A sentence is worth the terms of the question that it and its headings hold (the rare ones among the
passages weighing most), the kind of thing that the question asks for, and how sure the search is
of its passage. Around the best one its neighbours are kept, so that a rule comes with its
conditions and a list comes whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beffroi.assistants.expected_kind import Kind, holds, kinds_asked
from beffroi.assistants.terms import term_of, terms
from beffroi.findings import Span
from beffroi.french import sentences
from beffroi.knowledge import Found, Hit

#: Characters quoted around the best sentence, around the next ones, and in all.
LEAD, MORE, IN_ALL = 500, 350, 1300
#: Another stretch of the same document, or of another one, is quoted too when its best sentence is
#: worth this share of the best.
SAME, NEAR = 0.5, 0.9
#: Worth of holding what is asked for: a figure, a date or papers tell more than a « may ».
KIND: dict[Kind, float] = {
    "montant": 1.0, "age": 0.8, "duree": 1.0, "date": 0.6, "lieu": 0.5, "pieces": 0.7,
    "nombre": 0.6, "qui": 0.4, "sens": 0.5, "oui_non": 0.4, "comment": 0.4,
}  # fmt: skip
#: What the least sure passage keeps of its worth.
DOUBT = 0.6
#: Worth of the headings, and of being said first in its document.
HEADING, FIRST = 1.0, 0.05
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence of a passage: ``span`` is in the text of its source."""

    hit: int
    span: Span
    text: str
    worth: float

    @property
    def heading(self) -> bool:
        return self.text.startswith("#")

    @property
    def item(self) -> bool:
        return _ITEM.match(self.text) is not None

    @property
    def opens_list(self) -> bool:
        return self.text.rstrip().endswith(":")


def extracts(found: Found) -> tuple[tuple[Said, ...], ...]:
    """Runs of sentences, the one that answers best first; each run is in the order of its text."""
    said = weighed(found)
    readable = [index for index, one in enumerate(said) if not one.heading]
    if not readable:
        return ()
    best = max(readable, key=lambda index: said[index].worth)
    top = said[best].worth
    home = found.hits[said[best].hit].source.id
    runs = [_around(said, best, LEAD)]
    for index in sorted(readable, key=lambda index: -said[index].worth):
        own = found.hits[said[index].hit].source.id
        if said[index].worth < (SAME if own == home else NEAR) * top or _quoted(
            found, runs, said[index]
        ):
            continue
        run = _around(said, index, MORE)
        if sum(map(_size, runs)) + _size(run) <= IN_ALL and not any(
            _quoted(found, runs, s) for s in run
        ):
            runs.append(run)
    return tuple(runs)


def _quoted(found: Found, runs: Sequence[Sequence[Said]], one: Said) -> bool:
    """Whether a run already holds this stretch of the same document (passages may overlap)."""
    own = found.hits[one.hit].source.id
    return any(
        found.hits[other.hit].source.id == own
        and other.span.start < one.span.end
        and one.span.start < other.span.end
        for run in runs
        for other in run
    )


def _size(run: Sequence[Said]) -> int:
    return run[-1].span.end - run[0].span.start


def weighed(found: Found) -> list[Said]:
    """Every sentence of the hits, in order, with its worth for the question."""
    wanted = _wanted(found)
    kinds = kinds_asked(found.question)
    rows = [(rank, span, hit) for rank, hit in enumerate(found.hits) for span in _spans(hit)]
    texts = [span.of(hit.source.text) for _, span, hit in rows]
    held = [set(terms(text)) for text in texts]
    rarity = _rarity(wanted, held)
    top = max((hit.score for hit in found.hits), default=1.0) or 1.0
    above = [set(terms(_heading(hit))) for hit in found.hits]
    out, under = [], set[str]()
    seen_hit = -1
    for (rank, span, hit), text, own in zip(rows, texts, held, strict=True):
        if rank != seen_hit:
            seen_hit, under = rank, set(above[rank])
        if text.startswith("#"):
            under = above[rank] | own
        sure = DOUBT + (1 - DOUBT) * hit.score / top
        worth = sure * (_worth(own, under, rarity) + _fits(text, kinds) + _first(hit, span))
        out.append(Said(hit=rank, span=span, text=text, worth=worth))
    return out


def _wanted(found: Found) -> dict[str, float]:
    """Terms of the question; those added by synonyms weigh half."""
    wanted = dict.fromkeys(terms(found.question), 1.0)
    for word in found.understood.words:
        wanted.setdefault(term_of(word.lower()), 1.0)
    for _, synonym in found.understood.expansions:
        for term in terms(synonym):
            wanted.setdefault(term, 0.5)
    return wanted


def _rarity(wanted: dict[str, float], held: Sequence[set[str]]) -> dict[str, float]:
    count = len(held) or 1
    weights = {
        term: weight * math.log(1 + count / (1 + sum(term in own for own in held)))
        for term, weight in wanted.items()
    }
    total = sum(weight for term, weight in weights.items() if any(term in own for own in held))
    return {term: weight / (total or 1.0) for term, weight in weights.items()}


def _worth(own: set[str], under: set[str], rarity: dict[str, float]) -> float:
    direct = sum(weight for term, weight in rarity.items() if term in own)
    above = sum(weight for term, weight in rarity.items() if term in under - own)
    return direct + HEADING * above


def _fits(text: str, kinds: Iterable[Kind]) -> float:
    """The first kind asked for counts whole, the next ones half."""
    return sum(
        KIND[kind] * (1.0 if rank == 0 else 0.5)
        for rank, kind in enumerate(tuple(kinds)[:3])
        if holds(text, kind)
    )


def _first(hit: Hit, span: Span) -> float:
    return FIRST if span.start < 300 else 0.0


def _heading(hit: Hit) -> str:
    return " ".join((hit.source.title, *hit.passage.heading_path))


def _spans(hit: Hit) -> list[Span]:
    """The sentences of a passage, placed in the text of its source."""
    start = hit.passage.span.start
    return [
        Span(start=start + span.start, end=start + span.end) for span in sentences(hit.passage.text)
    ]


def _around(said: Sequence[Said], best: int, room: int) -> tuple[Said, ...]:
    """``best`` with what it needs, then its neighbours, within ``room`` characters (one sentence
    at least). Only what touches it in the same passage: the run is one stretch of the source."""
    first = last = best
    while said[first].item and _joined(said, first - 1) and not said[first].opens_list:
        first -= 1
    while _joined_after(said, last) and (said[last].opens_list or said[last + 1].item):
        if _length(said, first, last + 1) > room:
            break
        last += 1
    while _joined_after(said, last) and _length(said, first, last + 1) <= room:
        last += 1
    while _joined(said, first - 1) and _length(said, first - 1, last) <= room:
        first -= 1
    if _length(said, first, last) > room * 2:
        first = last = best
    return tuple(said[first : last + 1])


def _joined(said: Sequence[Said], index: int) -> bool:
    """Whether sentence ``index`` and the next one belong to the same stretch."""
    return index >= 0 and said[index].hit == said[index + 1].hit and not said[index].heading


def _joined_after(said: Sequence[Said], index: int) -> bool:
    return (
        index + 1 < len(said)
        and said[index + 1].hit == said[index].hit
        and not said[index + 1].heading
    )


def _length(said: Sequence[Said], first: int, last: int) -> int:
    return said[last].span.end - said[first].span.start
