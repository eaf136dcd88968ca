"""Before or after, from here to there: a relation between two things, turned over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.lexicon import close
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span

WHY_TIME = "Ce qui vient avant et ce qui vient après ne sont plus les mêmes."
WHY_WAY = "Le sens du trajet ou de l’échange est inversé."
_TIMES: tuple[tuple[str, str], ...] = (
    ("avant", r"avant|prealablement a|en amont d[eu]s?|la veille(?: au soir| au matin)? d[eu]s?|au plus tard avant"),  # noqa: E501
    ("sans", r"sans(?: le| la| l'| les| votre| vos| aucune?)?"),
    ("avec", r"avec(?: le| la| l'| les| une?| votre| vos)?|dans une?|munie?s? d[eu]s?|accompagnee?s? d[eu]s?(?: une?)?"),  # noqa: E501
    ("apres", r"apres|a l'issue d[eu]s?|a la suite d[eu]s?|en aval d[eu]s?|le lendemain(?: matin| soir)? d[eu]s?|une fois|suivant|consecuti\w+ a"),  # noqa: E501
)  # fmt: skip
_CONTRARY = {"avant": "apres", "apres": "avant", "sans": "avec", "avec": "sans"}
_COMPILED = [(name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for name, pattern in _TIMES]
_WAY = re.compile(
    r"(?<!\w)(?:de|du|depuis|de la|de l')(?: la| le| les|) ?(?P<start>[a-z-]+)(?: [a-z-]+){0,2}? "
    r"(?:vers|a|au|jusqu'a|jusqu'au|aux)(?: la| le| l'| les|) ?(?P<end>[a-z-]+)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """``name`` of the relation, and the word that it bears on."""

    name: str
    word: Word
    span: Span


def compare_relations(sides: Sides) -> list[Finding]:
    return [*_times(sides), *_ways(sides)]


def _times(sides: Sides) -> list[Finding]:
    """« avant le contrôle » made « après le contrôle »."""
    written = _relations(sides.draft)
    said = _relations(sides.source)
    findings = []
    for one in said:
        alike = [w for w in written if close(one.word.key, w.word.key)]
        same = {s.name for s in said if close(s.word.key, one.word.key)}
        contrary = {_CONTRARY[name] for name in same}
        other = {w.name for w in alike}
        if other and not other & same and other <= contrary:
            findings.append(
                finding(
                    "ordre.relation", "bloquant", "L’avant et l’après sont inversés", WHY_TIME,
                    source=one.span, draft=alike[0].span,
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings[:1]


def _relations(side: Side) -> list[Relation]:
    found = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(side.plain):
            words = side.content(side.sentence_of(match.start()))
            word = next((w for w in words if 0 <= w.start - match.end() < 22), None)
            if word and not any(mark in side.plain[match.end() : word.start] for mark in ",;:."):
                span = Span(start=match.start(), end=word.end)
                found.append(Relation(name=name, word=word, span=span))
    return found


def _ways(sides: Sides) -> list[Finding]:
    """« de la place vers le pont » made « du pont à la place »."""
    written = list(_WAY.finditer(sides.draft.plain))
    for said in _WAY.finditer(sides.source.plain):
        for other in written:
            turned = said["start"] == other["end"] and said["end"] == other["start"]
            if turned and said["start"] != said["end"]:
                return [
                    finding(
                        "sens.inversion", "bloquant", "Le sens est inversé", WHY_WAY,
                        source=Span(start=said.start(), end=said.end()),
                        draft=Span(start=other.start(), end=other.end()),
                        source_text=sides.source.text, draft_text=sides.draft.text,
                    )
                ]  # fmt: skip
    return []
