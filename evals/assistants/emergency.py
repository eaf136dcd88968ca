"""Signals of danger: recall on phrases of all registers, false alarms on near misses.

``python -m evals.assistants.emergency [--tuning]``: the lines of odd rank serve for tuning, those
of even rank only for the figures that are reported.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from beffroi.assistants.emergency import alarm
from beffroi.embedding.local import LocalEmbedder

PHRASES = Path(__file__).with_name("urgences.txt")


@dataclass(frozen=True, kw_only=True)
class Measure:
    """``missed`` dangers and ``false`` alarms among ``dangers`` and ``others`` phrases."""

    dangers: int
    others: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def line(self) -> str:
        heard = self.dangers - len(self.missed)
        return (
            f"{heard}/{self.dangers} dangers reconnus, "
            f"{len(self.false)}/{self.others} fausses alertes"
        )


def measured(*, tuning: bool) -> Measure:
    rows: dict[str, list[str]] = {"+": [], "-": []}
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            rows[line[0]].append(line[2:])
    kept = {sign: lines[0 if tuning else 1 :: 2] for sign, lines in rows.items()}
    encoder = LocalEmbedder()
    return Measure(
        dangers=len(kept["+"]),
        others=len(kept["-"]),
        missed=tuple(line for line in kept["+"] if alarm(line, embedder=encoder) is None),
        false=tuple(line for line in kept["-"] if alarm(line, embedder=encoder) is not None),
    )


def main() -> None:
    found = measured(tuning="--tuning" in sys.argv)
    print(found.line)
    if "--tuning" in sys.argv:
        for name, lines in (("manqué", found.missed), ("fausse alerte", found.false)):
            for line in lines:
                print(f"  {name} : {line}")


if __name__ == "__main__":
    main()
