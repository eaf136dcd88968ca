"""Learns ``src/beffroi/fidelity/lexique/poids.json`` from the pairs that may be read.

python -m evals.fidelity.learn_weights [--write]

Each finding of the rules, before weighing, on a distorted or a faithful rewrite of an open lot is
one example: right when it touches the distorted passage. Prints, lot left out by lot, what the
thresholds give; the sealed parts are neither learned from nor read.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beffroi.fidelity import weigh
from beffroi.fidelity.check import found
from beffroi.fidelity.evidence import evidence
from beffroi.findings import Kind
from evals.fidelity.couples import SEALED, Row, examples, rows
from evals.fidelity.mesurer import on_passage

PATH = Path(weigh.__file__).parent / "lexique" / "poids.json"
#: Strength of the penalty, chosen on lots left out among 1/3, 1, 3.
PENALTY = 1.0
#: A finding elsewhere than on the distorted passage counts for half a wrong one.
ELSEWHERE = 0.5
Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Example:
    """One finding: its numbers, whether it is right, how much it counts, of which rewrite."""

    numbers: dict[str, float]
    right: bool
    weight: float
    severity: str
    lot: str
    row: Row
    faithful: bool


def examples_of(row: Row) -> list[Example]:
    kept: list[Example] = []
    for draft, faithful in ((row.distorted, False), (row.faithful, True)):
        if not draft:
            continue
        kind: Kind = row.kind  # type: ignore[assignment]
        findings, sides = found(row.source, draft, kind=kind)
        judged = [f for f in findings if f.severity != "information"]
        for finding, numbers in zip(judged, evidence(judged, sides, kind=kind), strict=True):
            right = not faithful and on_passage(finding, row)
            kept.append(
                Example(
                    numbers=dict(numbers),
                    right=right,
                    weight=1.0 if right or faithful else ELSEWHERE,
                    severity=finding.severity,
                    lot=row.id.partition("-")[0],
                    row=row,
                    faithful=faithful,
                )
            )
    return kept


def learned(kept: Sequence[Example]) -> dict[str, float]:
    """Newton's method on the penalised likelihood; the constant is not penalised."""
    names = ["", *sorted({name for example in kept for name in example.numbers})]
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(kept), len(names)))
    table[:, 0] = 1.0
    for line, example in enumerate(kept):
        for name, value in example.numbers.items():
            table[line, place[name]] = value
    right = np.array([example.right for example in kept], dtype=float)
    count = np.array([example.weight for example in kept])
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-9
    weights = np.zeros(len(names))
    for _ in range(30):
        likely = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (count * (right - likely)) - penalty * weights
        curve = (table.T * (count * likely * (1 - likely))) @ table + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def totals(kept: Sequence[tuple[Example, float]], every: Sequence[Row]) -> str:
    """Caught, critical blocked, faithful blocked, faithful alarmed, in per cent."""
    caught, blocked, alarmed, stopped = (set[str]() for _ in range(4))
    for example, likely in kept:
        severity = _severity(example.severity, likely)
        if severity == "information":
            continue
        if example.faithful:
            alarmed.add(example.row.id)
        elif example.right:
            caught.add(example.row.id)
        if severity == "bloquant":
            (stopped if example.faithful else blocked).add(example.row.id)
    distorted = [row for row in every if row.distorted]
    critical = {row.id for row in distorted if row.severity == "bloquant"}
    return (
        f"vus {_share(len(caught), len(distorted))}, "
        f"critiques bloqués {_share(len(blocked & critical), len(critical))}, "
        f"fidèles bloqués {_share(len(stopped), len(every))}, "
        f"fidèles alarmés {_share(len(alarmed), len(every))}"
    )


def _severity(before: str, likely: float) -> str:
    if likely < weigh.WEAK:
        return "a_verifier" if before == "bloquant" else "information"
    return "bloquant" if likely > weigh.STRONG else before


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def left_out(by_lot: dict[str, list[Example]], lots: dict[str, list[Row]]) -> None:
    """Each lot weighed by what the others teach."""
    every: list[tuple[Example, float]] = []
    for lot, held in by_lot.items():
        weights = learned([e for name, rest in by_lot.items() if name != lot for e in rest])
        judged = [(example, _likely(example, weights)) for example in held]
        every += judged
        print(f"{lot} : {totals([(e, 0.6) for e in held], lots[lot])}")
        print(f"{' ' * len(lot)} → {totals(judged, lots[lot])}")
    print("ensemble :", totals(every, [row for group in lots.values() for row in group]))


def _likely(example: Example, weights: dict[str, float]) -> float:
    total = weights[""] + sum(weights.get(n, 0.0) * v for n, v in example.numbers.items())
    return float(1.0 / (1.0 + np.exp(-total)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lots: dict[str, list[Row]] = defaultdict(list)
    for row in [*rows(), *examples()]:
        if row.part not in SEALED:
            lots[row.id.partition("-")[0]].append(row)
    by_lot = {lot: [e for row in held for e in examples_of(row)] for lot, held in lots.items()}
    left_out(by_lot, lots)
    if options.write:
        weights = learned([example for held in by_lot.values() for example in held])
        kept = {name: weight for name, weight in weights.items() if abs(weight) >= 0.02 or not name}
        PATH.write_text(
            json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
        )
        print(f"{PATH} : {len(kept)} poids")


if __name__ == "__main__":
    main()
