"""What a person should look at among the documents: old ones, replaced ones, ones that disagree.

Rules only; each remark says why, and a person decides. Nothing is removed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from beffroi.knowledge.contradictions import disagreements
from beffroi.knowledge.index import EmbeddedIndex
from beffroi.knowledge.terms import folded
from beffroi.knowledge.types import Source

Kind = Literal["ancien", "abroge", "version", "contradiction"]

#: Years after which a document is worth a look.
OLD = 5

#: Characters of the beginning of a document where it says what it is.
HEAD = 400

_NUMBER = r"n[°ºo]\s?([\w./-]*\d[\w./-]*)"
_REPEALS = re.compile(
    r"(?:abrog|annul|rapport)\w*\s+(?:et\s+remplac\w+\s+)?(?:l['’]|la\s|le\s|les\s)?"
    r"(?:arrete|deliberation|reglement|decision)\w*(?:\s\w+){0,3}\s" + _NUMBER
    + r"|(?:arrete|deliberation|reglement|decision)\w*(?:\s\w+){0,3}\s" + _NUMBER
    + r"\s(?:est|sont)\s(?:abrog|annul|rapport)\w+"
)  # fmt: skip
_REPEALED = re.compile(r"^\W*abroge\w*\b|\b(?:document|texte|arrete|reglement) abroge\b")
_OWN_NUMBER = re.compile(_NUMBER)
_EDITION = re.compile(
    r"\b(?:version|v|edition|annee|saison)?\s*(?:19|20)\d\d(?:\s?[-/]\s?(?:(?:19|20)?\d\d))?\b"
    r"|\b(?:version|v)\s?\d+(?:\.\d+)*\b"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """``ids`` are the documents concerned, the one to look at first."""

    kind: Kind
    label: str
    message: str
    ids: tuple[str, ...]


def remarks(
    index: EmbeddedIndex, *, collection: str | None = None, today: date | None = None
) -> tuple[Remark, ...]:
    """What is worth a look among the documents of ``collection``, or of all."""
    held = [index.source(kept.id) for kept in index.kept(collection=collection)]
    sources = [source for source in held if source is not None]
    return (
        *_repealed(sources),
        *_earlier_versions(sources),
        *_old(sources, today or date.today()),
        *_contradictions(index, {source.id for source in sources}),
    )


def _old(sources: Sequence[Source], today: date) -> Iterator[Remark]:
    for source in sources:
        if source.date is not None and (today - source.date).days > OLD * 365.25:
            yield Remark(
                kind="ancien",
                label="Document ancien",
                message=f"« {source.title} » date de {source.date.year}\u00a0: vérifiez qu’il vaut "
                "encore.",
                ids=(source.id,),
            )


def _repealed(sources: Sequence[Source]) -> Iterator[Remark]:
    by_number = _by_number(sources)
    for source in sources:
        if _REPEALED.search(folded(f"{source.title}\n{source.text[:HEAD]}")):
            message = f"« {source.title} » se dit abrogé."
            yield Remark(kind="abroge", label="Abrogé", message=message, ids=(source.id,))
        for number in _repeals(source):
            for other in by_number.get(number, ()):
                if other.id != source.id:
                    message = f"« {source.title} » abroge « {other.title} »."
                    ids = (other.id, source.id)
                    yield Remark(kind="abroge", label="Abrogé", message=message, ids=ids)


def _repeals(source: Source) -> set[str]:
    found = _REPEALS.finditer(folded(source.text))
    return {(match[1] or match[2]).strip("./-") for match in found}


def _by_number(sources: Sequence[Source]) -> dict[str, list[Source]]:
    """The documents that give themselves a number in their title or first lines."""
    table: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        own = _OWN_NUMBER.search(folded(f"{source.title}\n{source.text[:HEAD]}"))
        if own:
            table[own[1].strip("./-")].append(source)
    return table


def _earlier_versions(sources: Sequence[Source]) -> Iterator[Remark]:
    """Of documents whose titles differ only by a year or a version, those before the last."""
    families: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sources:
        subject = " ".join(_EDITION.sub(" ", folded(source.title)).split())
        if len(subject) > 5:
            families[source.collection, subject].append(source)
    for family in families.values():
        dated = sorted((s for s in family if _moment(s)), key=_moment)
        for earlier in dated[:-1]:
            if _moment(earlier) < _moment(dated[-1]):
                yield Remark(
                    kind="version",
                    label="Version antérieure",
                    message=f"« {earlier.title} » est plus ancien que « {dated[-1].title} ».",
                    ids=(earlier.id, dated[-1].id),
                )


def _moment(source: Source) -> str:
    """The year of the title, else the date: what says which of two versions is the last."""
    years = _YEAR.findall(source.title)
    return max(years) if years else source.date.isoformat() if source.date else ""


def _contradictions(index: EmbeddedIndex, ids: set[str]) -> Iterator[Remark]:
    for one in disagreements(index, ids):
        yield Remark(
            kind="contradiction",
            label="Contradiction possible",
            message=f"« {one.titles[0]} » dit {one.values[0]}, « {one.titles[1]} » dit "
            f"{one.values[1]}, à peu près dans les mêmes mots.",
            ids=one.ids,
        )
