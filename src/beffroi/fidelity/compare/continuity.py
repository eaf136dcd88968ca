"""A rule that runs day and night made a rule of each day, or the reverse."""

from __future__ import annotations

from beffroi.fidelity.periods import Period, periods, same_period
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "La nuit, la règle vaut dans un texte et ne vaut pas dans l’autre."


def compare_continuity(sides: Sides) -> list[Finding]:
    said, kept = periods(sides.source), periods(sides.common)
    findings = []
    for written in periods(sides.draft):
        alike = [p for p in said if same_period(p, written)]
        known = alike + [p for p in kept if same_period(p, written)]
        if alike and all(p.daily != written.daily for p in known):
            findings.append(_finding(sides, alike[0], written))
    return findings


def _finding(sides: Sides, said: Period, written: Period) -> Finding:
    kind, heading = (
        ("periode.quotidienne", "Une période continue devient quotidienne")
        if written.daily
        else ("periode.continue", "Une règle de chaque jour devient continue")
    )
    return finding(
        kind, "bloquant", heading, WHY, source=said.span, draft=written.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
        suggestion=said.span.of(sides.source.text),
    )  # fmt: skip
