"""Fidelity on our pairs: caught on the right passage, false alarms, confusion by family.

python -m evals.fidelity.mesurer [--partie reglage|intacte|tout] [--erreurs]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from beffroi.fidelity import compare, verdict
from beffroi.findings import Finding, Span
from evals.fidelity.couples import Row, rows


def overlaps(span: Span | None, text: str, passage: str) -> bool:
    if span is None or not passage:
        return False
    start = text.find(passage)
    return start >= 0 and span.start < start + len(passage) and start < span.end


def on_passage(finding: Finding, row: Row) -> bool:
    return overlaps(finding.source, row.source, row.source_passage) or overlaps(
        finding.draft, row.distorted, row.draft_passage
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--partie", default="reglage", choices=["reglage", "ouverte", "intacte", "tout"]
    )
    parser.add_argument("--erreurs", action="store_true")
    options = parser.parse_args()
    kept = [row for row in rows() if options.partie in ("tout", row.part)]
    caught = critical = critical_hit = alarms = blocking = 0
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    alarm_types: Counter[str] = Counter()
    for row in kept:
        found = compare(row.source, row.distorted, kind=row.kind)
        good = [f for f in found if f.severity != "information" and on_passage(f, row)]
        caught += bool(good)
        confusion[row.family][good[0].type.split(".")[0] if good else "manqué"] += 1
        if row.severity == "bloquant":
            critical += 1
            critical_hit += verdict(found) == "infidele"
        if options.erreurs and not good:
            print(
                "MANQUÉ", row.id, row.kind, row.family, "\n  S", row.source, "\n  D", row.distorted
            )
            print("    ", [(f.type, f.severity, f.source_text, f.draft_text) for f in found])
        elif options.erreurs and row.severity == "bloquant" and verdict(found) != "infidele":
            print(
                "FAIBLE", row.id, row.kind, row.family, "\n  S", row.source, "\n  D", row.distorted
            )
            print("    ", [(f.type, f.severity, f.source_text, f.draft_text) for f in found])
        quiet = compare(row.source, row.faithful, kind=row.kind)
        said = verdict(quiet)
        alarms += said != "fidele"
        blocking += said == "infidele"
        for finding in quiet:
            if finding.severity != "information":
                alarm_types[f"{finding.type}/{finding.severity}"] += 1
        if options.erreurs and said != "fidele":
            print(
                "ALARME", row.id, row.kind, row.family, "\n  S", row.source, "\n  F", row.faithful
            )
            print(
                "    ",
                [
                    (f.type, f.severity, f.source_text, f.draft_text)
                    for f in quiet
                    if f.severity != "information"
                ],
            )
    total = len(kept)
    print(f"Partie « {options.partie} » : {total} couples déformés et {total} fidèles")
    print(f"  déformés vus au bon passage : {caught}/{total} = {caught / total:.1%} (but 95 %)")
    print(
        f"  critiques bloqués : {critical_hit}/{critical} = {critical_hit / critical:.1%} (but 85 %)"  # noqa: E501
    )
    print(f"  fidèles avec un bloquant : {blocking}/{total} = {blocking / total:.1%} (but 3 %)")
    print(f"  fidèles avec une alarme : {alarms}/{total} = {alarms / total:.1%} (but 12 %)")
    print("  fausses alarmes par type :", dict(alarm_types.most_common()))
    print("\nConfusion : famille écrite → type du premier constat au bon passage")
    for family, counts in sorted(confusion.items()):
        print(f"  {family:24}", dict(counts.most_common()))


if __name__ == "__main__":
    main()
