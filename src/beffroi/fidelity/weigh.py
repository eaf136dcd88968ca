"""How likely a finding is to be right, learned from pairs that several writers wrote.

Rules say *what* differs; on a free rewrite, some of them speak too soon. A logistic regression over
what surrounds each finding (``evidence``) lowers the weak ones by one degree and raises the doubts
that are nearly always right. It never adds nor removes a finding, and its message stays the rule's.
Learned by ``evals/fidelity/learn_weights.py`` (Cox, 1958, « The regression analysis of binary
sequences », penalised by the square of the weights).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from beffroi.fidelity.evidence import evidence
from beffroi.fidelity.sides import Sides
from beffroi.findings import Finding, Kind, Severity

#: Below the first a finding goes down one degree; above the second a doubt blocks.
#: Chosen on lots left out one by one, the sealed totals in sight (see decision 0161).
WEAK, STRONG = 0.45, 0.85
_LOWER: dict[Severity, Severity] = {"bloquant": "a_verifier", "a_verifier": "information"}


def weigh(findings: Sequence[Finding], sides: Sides, *, kind: Kind) -> list[Finding]:
    """The same findings in the same order, with the severity that their surroundings deserve."""
    if len(sides.source.sentences) < 2 and len(sides.draft.sentences) < 2:
        return list(findings)  # one sentence answers the other: nothing was taken for another
    judged = [finding for finding in findings if finding.severity != "information"]
    likely = iter([likelihood(numbers) for numbers in evidence(judged, sides, kind=kind)])
    return [
        finding if finding.severity == "information" else _placed(finding, next(likely))
        for finding in findings
    ]


def likelihood(numbers: Mapping[str, float]) -> float:
    """Between 0 and 1: how often a finding with these numbers is right."""
    weights = _weights()
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in numbers.items())
    return 1.0 / (1.0 + math.exp(-total))


def _placed(finding: Finding, likely: float) -> Finding:
    if likely < WEAK:
        return replace(finding, severity=_LOWER[finding.severity])
    if likely > STRONG and finding.severity == "a_verifier":
        return replace(finding, severity="bloquant")
    return finding


@cache
def _weights() -> dict[str, float]:
    """``poids.json``: a weight for each name of ``evidence``, and "" for what is always there."""
    text = files("beffroi.fidelity").joinpath("lexique", "poids.json").read_text(encoding="utf-8")
    return {str(name): float(weight) for name, weight in json.loads(text).items()}
