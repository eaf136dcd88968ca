"""Do the pairs that we call opposed agree with two human readers?

    python -m evals.consultation.contradictions        (from the project's root)

On the 107 pairs of ``contradictions_repnum.csv`` (κ between readers: 0.61). A pair is called
opposed when one title refuses and the other does not, then with the two propositions near in
meaning too. Nothing is learned; the words that refuse are those of any consultation.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np

from beffroi.consultation.contradictions import refuses
from beffroi.embedding.local import LocalEmbedder

DATA = Path("../shared/data/consultation/contradictions_repnum.csv")
#: Characters of a proposition that the encoder reads: its title and first sentences.
READ = 400


def f1(truth: np.ndarray, found: np.ndarray) -> str:
    both = int((truth & found).sum())
    precision, recall = both / max(1, int(found.sum())), both / int(truth.sum())
    return f"F1 {2 * both / (truth.sum() + found.sum()):.3f} (P {precision:.2f}, R {recall:.2f})"


def main() -> None:
    if not DATA.exists():
        sys.exit(f"Données absentes : {DATA}")
    rows = list(csv.DictReader(DATA.open(encoding="utf-8-sig")))
    truth = np.array([row["relation"] == "contradiction" for row in rows])
    first, second = ([row[f"proposition_{side}"] for row in rows] for side in "ab")
    refused = [
        refuses(a.split("\n")[0]) != refuses(b.split("\n")[0])
        for a, b in zip(first, second, strict=True)
    ]
    points = [LocalEmbedder().embed([text[:READ] for text in side]) for side in (first, second)]
    near = np.sum(points[0] * points[1], axis=1)
    found = np.array(refused)
    print(f"{len(rows)} paires, {truth.sum()} contradictions")
    print("tout opposer :", f1(truth, np.ones(len(rows), dtype=bool)))
    print("un titre refuse, l’autre non :", f1(truth, found))
    print("et proches par le sens (0,3) :", f1(truth, found & (near > 0.3)))


if __name__ == "__main__":
    main()
