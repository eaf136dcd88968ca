"""Two documents that give two figures for one thing: said, never settled.

One sentence is one statement when it gives one amount or one duration. Two statements disagree
when their titles and their other words are nearly the same, their unit the same, and their value
not. Rules only: what is written in other words is not seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from beffroi.french import sentences
from beffroi.french.amounts import amounts
from beffroi.french.durations import durations
from beffroi.knowledge.index import EmbeddedIndex
from beffroi.knowledge.segment import segment
from beffroi.knowledge.terms import stems
from beffroi.knowledge.types import Passage, Source

#: Share of common words above which two statements, and two titles, are about one thing.
ALIKE, SAME_TITLE = 0.7, 0.5

#: A word of more statements than this does not bring two of them together.
COMMON = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """``about``: the stems of the sentence without its figure; ``unit`` what is counted."""

    source: Source
    path: frozenset[str]
    title: frozenset[str]
    about: frozenset[str]
    unit: tuple[str, ...]
    value: object
    written: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    ids: tuple[str, str]
    titles: tuple[str, str]
    values: tuple[str, str]


def disagreements(index: EmbeddedIndex, ids: set[str]) -> list[Disagreement]:
    """The pairs of documents among ``ids`` that disagree, each once a subject."""
    held = (index.source(id_) for id_ in sorted(ids))
    statements = [one for source in held if source for one in _statements(source)]
    found: dict[tuple[str, str, str], Disagreement] = {}
    for one, other in _pairs(statements):
        if _disagree(one, other):
            subject = " ".join(sorted(one.about & other.about))
            made = _made(one, other)
            found.setdefault((*made.ids, subject), made)
    return list(found.values())


def _statements(source: Source) -> Iterator[Statement]:
    title = frozenset(stems(source.title))
    for passage in segment(source.id, source.text):
        for span in sentences(passage.text):
            made = _statement(source, passage, span.of(passage.text), title)
            if made is not None:
                yield made


def _statement(
    source: Source, passage: Passage, text: str, title: frozenset[str]
) -> Statement | None:
    sums, spans = amounts(text), durations(text)
    if len(sums) + len(spans) != 1:
        return None
    where = (sums or spans)[0].span
    unit = (sums[0].unit, *sums[0].per, sums[0].tax) if sums else (spans[0].base,)
    about = frozenset(stems(text[: where.start] + " " + text[where.end :]))
    if len(about) < 2:
        return None
    return Statement(
        source=source,
        path=frozenset(stems(" ".join(passage.heading_path))),
        title=title,
        about=about,
        unit=unit,
        value=sums[0].value if sums else spans[0].value,
        written=where.of(text),
    )


def _pairs(statements: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two documents that share a word which is not common."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for word in statement.about:
            holding[word].append(place)
    seen: set[tuple[int, int]] = set()
    for places in holding.values():
        if len(places) > COMMON:
            continue
        for i, a in enumerate(places):
            for b in places[i + 1 :]:
                if (a, b) not in seen and statements[a].source.id != statements[b].source.id:
                    seen.add((a, b))
                    yield statements[a], statements[b]


def _disagree(one: Statement, other: Statement) -> bool:
    if one.unit != other.unit or one.value == other.value:
        return False
    alike = len(one.about & other.about) / len(one.about | other.about)
    titles = len(one.title & other.title) / max(1, min(len(one.title), len(other.title)))
    under = not one.path or not other.path or bool(one.path & other.path)
    return alike >= ALIKE and titles >= SAME_TITLE and under


def _made(one: Statement, other: Statement) -> Disagreement:
    return Disagreement(
        ids=(one.source.id, other.source.id),
        titles=(one.source.title, other.source.title),
        values=(one.written, other.written),
    )
