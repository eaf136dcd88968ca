"""Two values of one family that changed places: « 2,60 € en tranche B » and « 4,10 € en tranche C »."""  # noqa: E501

from __future__ import annotations

from itertools import combinations

from beffroi.fidelity.context import Mention
from beffroi.fidelity.lexicon import meanings
from beffroi.fidelity.names import Name, names
from beffroi.fidelity.periods import date_of
from beffroi.fidelity.same import same
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

WHY = "Chaque valeur est juste, mais elle n’est plus attachée à la même chose."
_FAMILIES = {"montant", "taux", "duree", "nombre", "date", "heure", "quantite", "jour", "vote"}
#: How much more alike the exchanged surroundings must be.
_MARGIN = 0.2
#: How much alike each exchanged pair must be at least.
_EACH = 0.15
#: Under this, the surroundings of a name have nothing in common.
_NOTHING = 0.05


def compare_swaps(sides: Sides) -> list[Finding]:
    findings: list[Finding] = []
    source = {**_single(sides.source), **_named(sides.source)}
    draft = {**_single(sides.draft), **_named(sides.draft)}
    common = [key for key in source if key in draft]
    for first, second in combinations(common, 2):
        if first[0] != second[0] or not _close_by(source[first], source[second]):
            continue
        if first[0] == "heure" and _keep_their_dates(sides, (first, second)):
            continue
        left, right = source[first], source[second]
        straight = _like(left, draft[first]) + _like(right, draft[second])
        one, two = _like(left, draft[second]), _like(right, draft[first])
        certain = min(one, two) >= _EACH or (first[0] == "nom" and straight < _NOTHING)
        if certain and one + two > straight + _MARGIN:
            findings.append(_finding(sides, left, right, draft[first], draft[second]))
    return findings


def _keep_their_dates(sides: Sides, keys: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    """« du 7 à 7 h 30 au 10 à 17 h »: each hour belongs to its date, in both texts."""
    for family, value in keys:
        dates = [
            date_of(side, next(f for f in side.facts if (f.family, f.value) == (family, value)))
            for side in (sides.source, sides.draft)
        ]
        if dates[0] is None or dates[1] is None or not same(dates[0], dates[1]):
            return False
    return True


def _single(side: Side) -> dict[tuple[str, tuple[str, ...]], Mention]:
    """Facts that appear once, with what is said just around them."""
    groups: dict[tuple[str, tuple[str, ...]], list[Fact]] = {}
    for fact in side.facts:
        if fact.family in _FAMILIES and not (fact.family == "date" and "texte" in fact.details):
            groups.setdefault((fact.family, fact.value), []).append(fact)
    return {key: _local(side, group[0]) for key, group in groups.items() if len(group) == 1}


def _named(side: Side) -> dict[tuple[str, tuple[str, ...]], Mention]:
    """People and places named once, by the last word of their name."""
    found: list[Name] = []
    for name in names(side):
        if found and not name.acronym and name.start - found[-1].end == 1:
            found.pop()
        found.append(name)
    spans = [Span(start=n.start, end=n.end) for n in found]
    groups: dict[tuple[str, tuple[str, ...]], list[Span]] = {}
    for name, span in zip(found, spans, strict=True):
        if not name.acronym:
            groups.setdefault(("nom", tuple(sorted(name.tokens))), []).append(span)
    return {
        key: _between(side, "nom", group[0], spans)
        for key, group in groups.items()
        if len(group) == 1
    }


def _local(side: Side, fact: Fact) -> Mention:
    siblings = [f.span for f in side.facts if f.family == fact.family]
    return _between(side, fact.family, fact.span, siblings)


def _between(side: Side, kind: str, here: Span, all_spans: list[Span]) -> Mention:
    """Only the words between the previous and the next thing of the kind count."""
    index = side.sentence_of(here.start)
    siblings = [s for s in all_spans if s != here and side.sentence_of(s.start) == index]
    low = max([s.end for s in siblings if s.end <= here.start], default=0)
    high = min([s.start for s in siblings if s.start >= here.end], default=len(side.plain))
    near: dict[str, float] = {}
    for word in side.content(index):
        gap = max(word.start - here.end, here.start - word.end)
        if low <= word.start and word.end <= high and gap >= 0:
            for key in meanings(word.key):
                near[key] = max(near.get(key, 0.0), 1 / (1 + gap / 12))
    for word in side.words[index]:
        if word.capital and len(word.form) == 1 and low <= word.start < high:
            near[f"^{word.form}"] = 1.0
    for sign in _short_words(side, low, high, here):
        near[sign] = 0.9
    return Mention(kind=kind, span=here, sentence=index, around=near)


def _short_words(side: Side, low: int, high: int, span: Span) -> list[str]:
    """« pour », « contre » right after a count are its meaning."""
    after = side.plain[span.end : min(high, span.end + 14)].split()[:1]
    return [f"^{word}" for word in after if word in ("pour", "contre")]


def _like(left: Mention, right: Mention) -> float:
    shared = left.around.keys() & right.around.keys()
    total = sum(min(left.around[k], right.around[k]) for k in shared)
    return 2 * total / (sum(left.around.values()) + sum(right.around.values()) or 1.0)


def _close_by(left: Mention, right: Mention) -> bool:
    return abs(left.span.start - right.span.start) < 300


def _finding(sides: Sides, left: Mention, right: Mention, one: Mention, two: Mention) -> Finding:
    source = _around(left, right)
    draft = _around(one, two)
    return finding(
        f"{left.kind}.echange", "bloquant", "Deux valeurs ont été échangées", WHY,
        source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _around(left: Mention, right: Mention) -> Span:
    return Span(
        start=min(left.span.start, right.span.start), end=max(left.span.end, right.span.end)
    )
