"""Fidelity on our pairs: caught on the right passage, false alarms, confusion by family.

python -m evals.fidelity.mesurer [--partie PARTIE…] [--erreurs]

The sealed parts (see ``couples.SEALED``) give their totals only.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.fidelity import compare, verdict
from beffroi.findings import Finding, Kind, Span
from evals.fidelity.couples import PARTS, SEALED, Row, examples, rows


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the check says of both rewrites of a row."""

    row: Row
    found: list[Finding]
    quiet: list[Finding]

    @property
    def caught(self) -> Finding | None:
        """The first finding, doubt or block, that touches the distorted passage."""
        return next((f for f in self.found if _counts(f) and on_passage(f, self.row)), None)

    @property
    def critical(self) -> bool:
        return self.row.severity == "bloquant"

    @property
    def blocked(self) -> bool:
        return verdict(self.found) == "infidele"

    @property
    def alarms(self) -> list[Finding]:
        return [f for f in self.quiet if _counts(f)]


def overlaps(span: Span | None, text: str, passage: str) -> bool:
    if span is None or not passage:
        return False
    start = text.find(passage)
    return start >= 0 and span.start < start + len(passage) and start < span.end


def on_passage(finding: Finding, row: Row) -> bool:
    return overlaps(finding.source, row.source, row.source_passage) or overlaps(
        finding.draft, row.distorted, row.draft_passage
    )


def outcomes(kept: Sequence[Row]) -> list[Outcome]:
    return [
        Outcome(
            row=row,
            found=compare(row.source, row.distorted, kind=_kind(row)) if row.distorted else [],
            quiet=compare(row.source, row.faithful, kind=_kind(row)),
        )
        for row in kept
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--partie", nargs="+", default=["developpement"], choices=PARTS)
    parser.add_argument("--erreurs", action="store_true")
    options = parser.parse_args()
    every = [*rows(), *examples()]
    for part in options.partie:
        results = outcomes([row for row in every if row.part == part])
        print_totals(part, results)
        if part not in SEALED and options.erreurs:
            print_errors(results)
        if part not in SEALED:
            print_confusion(results)


def print_totals(part: str, results: Sequence[Outcome]) -> None:
    total = len(results)
    if not total:
        print(f"Partie « {part} » : absente de cette machine")
        return
    distorted = [r for r in results if r.row.distorted]
    critical = [r for r in distorted if r.critical]
    caught = sum(r.caught is not None for r in distorted)
    print(f"Partie « {part} » : {len(distorted)} couples déformés et {total} fidèles")
    _print_share("déformés vus au bon passage", caught, len(distorted))
    _print_share("critiques bloqués", sum(r.blocked for r in critical), len(critical))
    blocking = sum(verdict(r.quiet) == "infidele" for r in results)
    _print_share("fidèles avec un bloquant", blocking, total)
    _print_share("fidèles avec une alarme", sum(bool(r.alarms) for r in results), total)


def print_errors(results: Sequence[Outcome]) -> None:
    for result in results:
        if result.row.distorted and result.caught is None:
            _print_pair("MANQUÉ", result.row, result.row.distorted, result.found)
        elif result.critical and not result.blocked:
            _print_pair("FAIBLE", result.row, result.row.distorted, result.found)
        if result.alarms:
            _print_pair("ALARME", result.row, result.row.faithful, result.alarms)


def print_confusion(results: Sequence[Outcome]) -> None:
    alarms = Counter(f"{f.type}/{f.severity}" for r in results for f in r.alarms)
    print("  fausses alarmes par type :", dict(alarms.most_common()))
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    for result in (r for r in results if r.row.distorted):
        seen = result.caught.type.split(".")[0] if result.caught else "manqué"
        confusion[result.row.family][seen] += 1
    print("  Confusion : famille écrite → type du premier constat au bon passage")
    for family, counts in sorted(confusion.items()):
        print(f"  {family:24}", dict(counts.most_common()))


def _print_share(label: str, count: int, total: int) -> None:
    share = f"{count / total:.1%}" if total else "sans objet"
    print(f"  {label} : {count}/{total} = {share}")


def _print_pair(label: str, row: Row, draft: str, findings: Sequence[Finding]) -> None:
    print(label, row.id, row.kind, row.family, "\n  S", row.source, "\n  R", draft)
    print("    ", [(f.type, f.severity, f.source_text, f.draft_text) for f in findings])


def _counts(finding: Finding) -> bool:
    return finding.severity != "information"


def _kind(row: Row) -> Kind:
    return row.kind  # type: ignore[return-value]


if __name__ == "__main__":
    main()
