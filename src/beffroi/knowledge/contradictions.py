"""Two documents that give two figures for one thing: said, never settled.

One sentence is one statement when it gives one amount or one duration. Two statements disagree
when their titles and their other words are nearly the same, their unit the same, and their value
not. Rules only: what is written in other words is not seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beffroi.findings import Span
from beffroi.french import sentences
from beffroi.french.amounts import amounts
from beffroi.french.durations import durations
from beffroi.knowledge.index import EmbeddedIndex
from beffroi.knowledge.segment import segment
from beffroi.knowledge.terms import stem, stems
from beffroi.knowledge.types import Passage, Source

#: Share of common words above which two statements, and two titles, are about one thing.
ALIKE, SAME_TITLE = 0.7, 0.5

#: Titles that hold one of these each are of two subjects, however alike.
OPPOSED = tuple(
    tuple(stem(word) for word in pair.split())
    for pair in (
        "majeur mineur", "perte vol", "college lycee", "maternelle elementaire", "adulte enfant",
        "locataire proprietaire", "premiere renouvellement", "ete hiver", "habitant exterieur",
        "etat territoriale", "meuble vide", "individuel collectif",
    )
)  # fmt: skip

#: A word of more statements than this does not bring two of them together.
COMMON = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """``about``: the stems of the sentence without its figure; ``unit`` what is counted;
    ``span``: the sentence, in the text of ``source``."""

    source: Source
    span: Span
    path: frozenset[str]
    title: frozenset[str]
    about: frozenset[str]
    unit: tuple[str, ...]
    value: object
    written: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """Two documents, what each says of one thing, and where: the sentence in its text."""

    ids: tuple[str, str]
    titles: tuple[str, str]
    values: tuple[str, str]
    spans: tuple[Span, Span]


def disagreements(index: EmbeddedIndex, ids: set[str]) -> list[Disagreement]:
    """The pairs of documents among ``ids`` that disagree, each once a subject."""
    held = (index.source(id_) for id_ in sorted(ids))
    return disagreements_among(
        (source, passage)
        for source in held
        if source is not None
        for passage in segment(source.id, source.text)
    )


def disagreements_among(passages: Iterable[tuple[Source, Passage]]) -> list[Disagreement]:
    """The pairs of documents that disagree in these ``passages``, each once a subject."""
    statements = [one for source, passage in passages for one in _statements(source, passage)]
    found: dict[tuple[str, str, str], Disagreement] = {}
    for one, other in _pairs(statements):
        if _disagree(one, other):
            subject = " ".join(sorted(one.about & other.about))
            made = _made(one, other)
            found.setdefault((*made.ids, subject), made)
    return list(found.values())


def _statements(source: Source, passage: Passage) -> Iterator[Statement]:
    title = frozenset(stems(source.title))
    for span in sentences(passage.text):
        made = _statement(source, passage, span, title)
        if made is not None:
            yield made


def _statement(
    source: Source, passage: Passage, sentence: Span, title: frozenset[str]
) -> Statement | None:
    text, start = sentence.of(passage.text), passage.span.start
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
        span=Span(start=start + sentence.start, end=start + sentence.end),
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
    return alike >= ALIKE and titles >= SAME_TITLE and under and not _opposed(one, other)


def _opposed(one: Statement, other: Statement) -> bool:
    """« … d’un majeur » and « … d’un mineur », in the titles or in the headings."""
    a, b = (one.title | one.path), (other.title | other.path)
    return any((x in a - b and y in b - a) or (y in a - b and x in b - a) for x, y in OPPOSED)


def _made(one: Statement, other: Statement) -> Disagreement:
    return Disagreement(
        ids=(one.source.id, other.source.id),
        titles=(one.source.title, other.source.title),
        values=(one.written, other.written),
        spans=(one.span, other.span),
    )
