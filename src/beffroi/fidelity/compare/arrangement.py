"""Two things that changed places between two clauses: every word is kept, the sense is not.

« L'été à la piscine, l'hiver au gymnase » made « l'été au gymnase, l'hiver à la piscine »: what
stood together is apart, and each stands with what the other had. Both halves of the exchange
are asked for, so that merging, splitting or reordering sentences raises nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations

from beffroi.fidelity.lexicon import notions
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

WHY = "Chaque mot est repris, mais il n’est plus attaché à la même chose."
_CUT = re.compile(
    r"[.;!?\n]|(?<= ): |, (?!et |ou )|(?<!\w)(?:puis|ensuite|tandis que|alors que|mais)(?!\w)"
)
#: « dans les autres quartiers », « ailleurs »: what is not the first case.
_OTHER = frozenset("autre autres ailleurs".split())
_TIMES = ("date", "heure", "jour", "montant", "taux", "duree", "quantite", "nombre", "vote")


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A word or a fact that each text says once: its key, its place, the clause it stands in."""

    key: str
    span: Span
    clause: int


def compare_arrangement(sides: Sides) -> list[Finding]:
    said, written = _items(sides.source), _items(sides.draft)
    shared = [key for key in said if key in written]
    together = [
        pair for pair in combinations(shared, 2) if said[pair[0]].clause == said[pair[1]].clause
    ]
    broken = [p for p in together if written[p[0]].clause != written[p[1]].clause]
    for (a, b), (c, d) in combinations(broken, 2):
        for left, right, third, fourth in ((a, b, c, d), (a, b, d, c)):
            if _exchanged(said, written, left, right, third, fourth):
                return [_finding(sides, said, written, (left, right, third, fourth))]
    return []


def _exchanged(
    said: dict[str, Item], written: dict[str, Item], a: str, b: str, c: str, d: str
) -> bool:
    """The source joins a with b and c with d; the draft a with d and c with b."""
    if len({a, b, c, d}) < 4 or said[a].clause == said[c].clause:
        return False
    return (
        written[a].clause == written[d].clause
        and written[c].clause == written[b].clause
        and written[a].clause != written[c].clause
    )


def _items(side: Side) -> dict[str, Item]:
    """The words and facts that a text says once, by key."""
    cuts = [match.start() for match in _CUT.finditer(side.plain)]
    spans = [fact.span for fact in side.facts]
    found: dict[str, list[Span]] = {}
    for fact in side.facts:
        if fact.family in _TIMES:
            found.setdefault(f"={fact.family}:{'/'.join(fact.value)}", []).append(fact.span)
    for words in side.words:
        for word in words:
            inside = any(span.start <= word.start < span.end for span in spans)
            if inside:
                continue
            if word.content or word.form in _OTHER:
                other = word.form in _OTHER
                key = "~autre" if other else min(notions().get(word.key, {word.key}))
                found.setdefault(key, []).append(Span(start=word.start, end=word.end))
    return {
        key: Item(key=key, span=places[0], clause=bisect_right(cuts, places[0].start))
        for key, places in found.items()
        if len(places) == 1
    }


def _finding(
    sides: Sides, said: dict[str, Item], written: dict[str, Item], keys: tuple[str, ...]
) -> Finding:
    return finding(
        "attache.echange", "bloquant", "Deux éléments ont été échangés", WHY,
        source=_around([said[key].span for key in keys]),
        draft=_around([written[key].span for key in keys]),
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _around(spans: list[Span]) -> Span:
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
