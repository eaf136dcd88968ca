"""When do two facts say the same thing?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from beffroi.fidelity.types import Fact, Family

#: Families that can answer each other: « 8 heures » may be read as a time or a duration.
ALIKE: tuple[frozenset[Family], ...] = (
    frozenset({"heure", "duree"}),
    frozenset({"nombre", "duree"}),
    frozenset({"nombre", "montant"}),
    frozenset({"nombre", "quantite"}),
    frozenset({"nombre", "taux"}),
    frozenset({"nombre", "vote"}),
    frozenset({"nombre", "date"}),
    frozenset({"adresse", "voie"}),
    frozenset({"acte", "reference"}),
    frozenset({"acte", "nombre"}),
    frozenset({"nombre", "telephone"}),
)


def same(source: Fact, draft: Fact) -> bool:
    """True when ``draft`` says the value of ``source`` (bounds are compared apart)."""
    if source.family != draft.family:
        return frozenset({source.family, draft.family}) in ALIKE and _same_across(source, draft)
    if source.family == "date":
        return _same_date(source.value, draft.value) or _same_edge(source, draft)
    if source.family == "duree":
        return _same_duration(source.value, draft.value)
    if source.family == "acte":
        return _act(source.value[0]) == _act(draft.value[0])
    return source.value == draft.value


def implied(draft: Fact, source: Fact) -> bool:
    """True when ``draft`` says less than ``source`` and nothing else (« 2026 » of « mai 2026 »)."""
    if draft.family == source.family == "date":
        less = all(not d or d == s for s, d in zip(source.value, draft.value, strict=True))
        dated = _on_its_day(draft) and same(source, draft)
        return less or dated or _same_edge(source, draft)
    if draft.family == source.family == "jour":
        return set(draft.value) <= set(source.value)
    return same(source, draft)


def _on_its_day(date: Fact) -> bool:
    """« dimanche 17 mai », read with the year of the date beside it, falls on a Sunday."""
    named = any(detail.startswith("jour:") for detail in date.details)
    return named and "jour_faux" not in date.details


def _same_date(source: tuple[str, ...], draft: tuple[str, ...]) -> bool:
    year, month, day = zip(source, draft, strict=True)
    if bool(day[0]) != bool(day[1]) or bool(month[0]) != bool(month[1]):
        return False
    years = not (year[0] and year[1]) or year[0] == year[1]
    return years and day[0] == day[1] and month[0] == month[1]


#: (bound of one text, bound of the other) → days from the first date to the second.
_EDGES = {
    ("max", "max_strict"): 1, ("max_strict", "max"): -1,
    ("min", "min_strict"): -1, ("min_strict", "min"): 1,
}  # fmt: skip


def _same_edge(source: Fact, draft: Fact) -> bool:
    """« jusqu’au 15 septembre » is « avant le 16 septembre »."""
    gap = _EDGES.get((source.bound, draft.bound))
    return gap is not None and days_between(source, draft) == gap


def days_between(first: Fact, second: Fact) -> int | None:
    """Days from one date to the other, ``None`` when a day is unknown; a missing year is shared."""
    if not (first.value[2] and second.value[2]):
        return None
    year = first.value[0] or second.value[0] or "2025"
    try:
        one, two = (
            date(int(fact.value[0] or year), int(fact.value[1]), int(fact.value[2]))
            for fact in (first, second)
        )
    except ValueError:
        return None
    return (two - one).days


def _same_duration(source: tuple[str, ...], draft: tuple[str, ...]) -> bool:
    if source[2] != draft[2] and {source[2], draft[2]} != {"", "calendaire"}:
        return False
    return source[:2] == draft[:2]


def _same_across(source: Fact, draft: Fact) -> bool:
    families = {source.family, draft.family}
    if families == {"heure", "duree"}:
        time, duration = (source, draft) if source.family == "heure" else (draft, source)
        return duration.value[0] == "minute" and Fraction(duration.value[1]) == int(time.value[0])
    if families == {"adresse", "voie"}:
        return False
    if families == {"acte", "reference"}:
        return _act(source.value[0]) == _act(draft.value[0])
    number, other = (source, draft) if source.family == "nombre" else (draft, source)
    return number.value[-1] != "rang" and number.value[0] in _numbers_in(other)


def _numbers_in(fact: Fact) -> set[str]:
    if fact.family == "date":
        return {part for part in fact.value if part}
    if fact.family == "duree":
        base = {"an": 12, "semaine": 10080, "jour": 1440, "heure": 60}.get(
            fact.details[0] if fact.details else "", 1
        )
        return {str(Fraction(fact.value[1]) / base)}
    if fact.family == "vote":
        return {fact.value[-1]}
    if fact.family in ("acte", "telephone"):
        return {fact.value[0]}
    return {fact.value[0]}


def _act(number: str) -> str:
    return number.replace("-", "").replace(".", "").replace("/", "").lower()
