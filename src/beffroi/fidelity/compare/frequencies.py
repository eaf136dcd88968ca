"""How often: « une fois par trimestre », « tous les quinze jours », « mensuel », « chaque année »."""  # noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from beffroi.fidelity.bounds import bound_of, direction
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Bound
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Kind, Severity, Span
from beffroi.french.numbers import numbers

WHY = "La chose ne revient plus aussi souvent que dans la source."
#: How many of them a year holds.
_YEARLY = {
    "jour": 365, "semaine": 52, "quinzaine": 26, "mois": 12, "trimestre": 4, "semestre": 2,
    "annee": 1, "an": 1,
}  # fmt: skip
_UNIT = r"(?P<unit>jours?|semaines?|quinzaines?|mois|trimestres?|semestres?|annees?|ans?)(?!\w)"
_EACH = re.compile(rf"(?<!\w)(?:chaque|par) {_UNIT}")
_EVERY = re.compile(rf"(?<!\w)(?:une fois )?tou(?:s|tes) les (?P<count>[a-z0-9-]+ )?{_UNIT}")
_ONE_IN_TWO = re.compile(r"(?<!\w)une? (?P<unit>jour|semaine|mois|annee|an)(?:ee)? sur deux(?!\w)")
_TIMES = re.compile(r"(?P<count>[a-z0-9-]+) fois $")
_WORDS = {
    "quotidien": 365, "journalier": 365, "hebdomadaire": 52, "bimensuel": 24, "mensuel": 12,
    "bimestriel": 6, "trimestriel": 4, "semestriel": 2, "annuel": 1,
}  # fmt: skip
_WORD = re.compile(
    r"(?<!\w)(?:(?:(?P<day>quotidien)|(?P<month>bimensuel|mensuel|bimestriel|trimestriel|semestriel|annuel))(?:ne|le)?s?(?:ment|lement)?"
    r"|(?P<week>hebdomadaire|journalier)(?:e|s|ment)*)(?!\w)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Frequency:
    """``rate`` times a year, at least or at most if ``bound`` says so."""

    rate: Fraction
    bound: Bound
    span: Span
    sentence: int


def frequencies(side: Side) -> list[Frequency]:
    """What each sentence says of how often; « 12 € par mois » counts too."""
    found = [*_periods(side), *_adjectives(side)]
    return sorted(found, key=lambda f: f.span)


def _periods(side: Side) -> list[Frequency]:
    found = []
    for match in _EACH.finditer(side.plain):
        times = _TIMES.search(side.plain[max(0, match.start() - 24) : match.start()])
        count = _count(times["count"]) if times else Fraction(1)
        start = match.start() - (len(times[0]) if times else 0)
        if count:
            found.append(_frequency(side, count * _yearly(match["unit"]), start, match.end()))
    for match in _EVERY.finditer(side.plain):
        step = _count(match["count"].strip()) if match["count"] else Fraction(1)
        if step:
            found.append(
                _frequency(side, _yearly(match["unit"]) / step, match.start(), match.end())
            )
    for match in _ONE_IN_TWO.finditer(side.plain):
        rate = Fraction(_yearly(match["unit"])) / 2
        found.append(_frequency(side, rate, match.start(), match.end()))
    return found


def _adjectives(side: Side) -> list[Frequency]:
    return [
        _frequency(
            side,
            Fraction(_WORDS[match["day"] or match["month"] or match["week"]]),
            match.start(),
            match.end(),
        )
        for match in _WORD.finditer(side.plain)
    ]


def _yearly(unit: str) -> Fraction:
    return Fraction(_YEARLY[unit if unit == "mois" else unit.rstrip("s")])


def _count(word: str) -> Fraction | None:
    if word in ("un", "une"):
        return Fraction(1)
    known = numbers(word)
    return known[0].value if known else None


def _frequency(side: Side, rate: Fraction, start: int, end: int) -> Frequency:
    return Frequency(
        rate=rate,
        bound=bound_of(side.plain, start, end),
        span=Span(start=start, end=end),
        sentence=side.sentence_of(start),
    )


def compare_frequencies(sides: Sides, *, kind: Kind) -> list[Finding]:
    said, written = frequencies(sides.source), frequencies(sides.draft)
    kept = frequencies(sides.common)
    findings = []
    for one in said:
        twins = [w for w in written if w.rate == one.rate]
        if twins:
            findings += _bounds(sides, one, twins)
            continue
        near = [w for w in written if sides.likeness[one.sentence][w.sentence] >= ENOUGH]
        other = next((w for w in near if all(w.rate != s.rate for s in [*said, *kept])), None)
        if other:
            findings.append(_finding(sides, "frequence.changement", "bloquant", one, other))
    if not said and not kept and kind not in SELECTIVE_KINDS:
        findings += [_added(sides, w) for w in written if not _days(sides)]
    return findings


def _bounds(sides: Sides, one: Frequency, twins: list[Frequency]) -> list[Finding]:
    """« au moins une fois par an » is not « au plus une fois par an »."""
    wanted = direction(one.bound)
    written = {direction(t.bound) for t in twins}
    if not wanted or wanted in written or "" in written:
        return []
    return [_finding(sides, "frequence.borne", "bloquant", one, twins[0])]


def _days(sides: Sides) -> bool:
    """A source that lists days or counts durations may be told by « chaque semaine »."""
    return any(f.family in ("jour", "duree") for f in sides.source.facts)


def _added(sides: Sides, written: Frequency) -> Finding:
    best, _ = sides.best_source(written.sentence)
    return finding(
        "frequence.ajout", "a_verifier", "Une fréquence est ajoutée", WHY,
        source=sides.source.sentences[best] if best is not None else None, draft=written.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _finding(
    sides: Sides, kind: str, severity: Severity, one: Frequency, other: Frequency
) -> Finding:
    return finding(
        kind, severity, "La fréquence a changé", WHY, source=one.span, draft=other.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
        suggestion=one.span.of(sides.source.text),
    )  # fmt: skip
