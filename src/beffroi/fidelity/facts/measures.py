"""Durations, ages, amounts of money, rates, quantities: what a number and a unit say."""

from __future__ import annotations

import re

from beffroi.fidelity.bounds import bound_of
from beffroi.fidelity.facts.reading import Reading
from beffroi.fidelity.types import Bound
from beffroi.findings import Span
from beffroi.french.amounts import amounts
from beffroi.french.durations import durations

_RANGE = re.compile(r" ?(?:a|et|-) ?")
_FRACTIONS = (
    (re.compile(r"(?<!\w)(?<!plus de )(?<!moins de )la moitie(?!\w)"), "50"),
    (re.compile(r"(?<!\w)les trois quarts(?!\w)"), "75"),
    (re.compile(r"(?<!\w)(?:le|un) quart(?! d'heure)(?!\w)"), "25"),
    (re.compile(r"(?<!\w)(?:la )?totalite(?!\w)"), "100"),
    (re.compile(r"(?<!\w)(?:le|un|du|au) tiers(?= (?:d[eu]s?|d') ?(?!confiance))(?!\w)"), "100/3"),
    (re.compile(r"(?<!\w)(?:les |des |aux )?deux[ -]tiers(?!\w)"), "200/3"),
    (re.compile(r"(?<!\w)(?:le|un) cinquieme(?= d[eu])(?!\w)"), "20"),
    (re.compile(r"(?<!\w)(?:le|un) dixieme(?= d[eu])(?!\w)"), "10"),
)  # fmt: skip


def read_durations(reading: Reading) -> None:
    found = durations(reading.text, reading.numbers)
    for index, duration in enumerate(found):
        following = found[index + 1].span if index + 1 < len(found) else None
        previous = found[index - 1].span if index else None
        reading.add(
            "duree",
            (duration.base, str(duration.amount), duration.day_kind),
            duration.span,
            bound=_range_bound(reading.plain, previous, duration.span, following),
            details=(duration.unit,),
        )


def read_amounts(reading: Reading) -> None:
    found = amounts(reading.text, reading.numbers)
    for index, amount in enumerate(found):
        following = found[index + 1].span if index + 1 < len(found) else None
        previous = found[index - 1].span if index else None
        reading.add(
            amount.measure,  # type: ignore[arg-type]
            (str(amount.value), amount.unit),
            amount.span,
            bound=_range_bound(reading.plain, previous, amount.span, following),
            details=(
                *((f"taxe:{amount.tax}",) if amount.tax else ()),
                *(f"par:{p}" for p in amount.per),
            ),
        )
    for pattern, value in _FRACTIONS:
        for match in pattern.finditer(reading.plain):
            reading.add("taux", (value, "%"), Span(start=match.start(), end=match.end()))


def _range_bound(plain: str, before: Span | None, span: Span, after: Span | None) -> Bound:
    """« de 3 à 11 ans », « entre 10 et 15 € »: a start and an end."""
    if after and _is_range(plain, span, after):
        return "min"
    if before and _is_range(plain, before, span):
        return "max"
    return bound_of(plain, span.start, span.end)


def _is_range(plain: str, first: Span, second: Span) -> bool:
    between = plain[first.end : second.start]
    if not _RANGE.fullmatch(between):
        return False
    return "et" not in between or bool(re.search(r"entre $", plain[: first.start][-8:]))
