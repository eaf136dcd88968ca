"""Figures that the source does not write but that follow from it: 70 % of 18 000 € is 12 600 €."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import combinations

from beffroi.fidelity.types import Fact

#: A rewrite may say how many things it lists; no one lists more than this in a sentence.
LONGEST_LIST = 12
_MOST_VALUES = 40


def derived(fact: Fact, source: Iterable[Fact]) -> bool:
    """True when the value of ``fact`` follows from the facts of the source by one simple step."""
    known = list(source)
    if fact.family == "montant":
        return Fraction(fact.value[0]) in _amounts(known)
    if fact.family in ("taux", "quantite"):
        return Fraction(fact.value[0]) in _sums(_values(known, fact.family))
    if fact.family == "duree":
        return fact.value[0] == "minute" and Fraction(fact.value[1]) in _spans(known)
    if fact.family in ("nombre", "vote"):
        return Fraction(_number(fact)) in _sums(_values(known, "nombre") + _values(known, "vote"))
    if fact.family == "jour":
        return fact.value in {(str(day),) for day in _weekdays(known)}
    return False


def _number(fact: Fact) -> str:
    value = fact.value[-1] if fact.family == "vote" else fact.value[0]
    return value if value.replace("/", "").isdigit() else "-1"


def _values(facts: list[Fact], family: str) -> list[Fraction]:
    found = [Fraction(_raw(f)) for f in facts if f.family == family and _raw(f)]
    return found[:_MOST_VALUES]


def _raw(fact: Fact) -> str:
    raw = fact.value[-1] if fact.family == "vote" else fact.value[0]
    return raw if raw.replace("/", "").isdigit() else ""


def _amounts(facts: list[Fact]) -> set[Fraction]:
    amounts, rates = _values(facts, "montant"), _values(facts, "taux")
    counts = [n for n in _values(facts, "nombre") if 1 < n <= 1000]
    results = _sums(amounts)
    results |= {a * r / 100 for a in amounts for r in rates}
    results |= {a * (100 - r) / 100 for a in amounts for r in rates}
    results |= {a * n for a in amounts for n in counts} | {a / n for a in amounts for n in counts}
    return results


def _sums(values: list[Fraction]) -> set[Fraction]:
    pairs = list(combinations(values, 2))
    results = {a + b for a, b in pairs} | {abs(a - b) for a, b in pairs}
    return results | ({sum(values, Fraction(0))} if len(values) > 2 else set())


def _spans(facts: list[Fact]) -> set[Fraction]:
    """Days between two full dates, both ends counted or not, in minutes."""
    days = [day for fact in facts if fact.family == "date" and (day := _calendar(fact))]
    gaps = {abs((b - a).days) for a, b in combinations(days[:_MOST_VALUES], 2)}
    hours = sorted({int(f.value[0]) for f in facts if f.family == "heure"})
    minutes = {Fraction(b - a) for a, b in combinations(hours[:_MOST_VALUES], 2)}
    return {Fraction((gap + extra) * 1440) for gap in gaps for extra in (0, 1)} | minutes


def _weekdays(facts: list[Fact]) -> set[int]:
    """The weekdays of the full dates, and those that the dates carry already."""
    computed = {
        day.weekday() for fact in facts if fact.family == "date" and (day := _calendar(fact))
    }
    said = {int(d[5:]) for fact in facts for d in fact.details if d.startswith("jour:")}
    return computed | said


def _calendar(fact: Fact) -> date | None:
    try:
        return date(*(int(part) for part in fact.value))
    except (ValueError, TypeError):
        return None
