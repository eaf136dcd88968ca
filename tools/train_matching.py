"""Learn the weights of ``beffroi/consultation/data/matching.json``: answers and titles by hand.

    python tools/train_matching.py      (from the project's root; says its score, then writes)

Reads ``../shared/data/consultation/grand_debat_themes.csv`` in place (open data of 2019, tags by
human readers). The score of each question is that of weights learned on the other four. The file
written holds the names of the clues and one number each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals.consultation.assignment import f1_samples, tags_of
from evals.consultation.discovery import questions

from beffroi.consultation.assign import MOST_THEMES, NEAR, Assigned
from beffroi.consultation.matching import WEIGHTS, Said, clues, neighbours
from beffroi.consultation.segment import ideas
from beffroi.consultation.vectors import learn
from beffroi.embedding.local import LocalEmbedder

TARGET = Path("src/beffroi/consultation") / WEIGHTS
C = 0.003
#: Pairs kept of each question: all those that are true, and so many of the others.
KEPT = 20_000


def looked_at(rows: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The clues of one question (answers, titles, clues), and what readers said."""
    embedder = LocalEmbedder()
    texts = [row["texte"] for row in rows]
    titles = sorted({tag for row in rows for tag in tags_of(row)})
    cut = [(i, span.of(text)) for i, text in enumerate(texts) for span in ideas(text)]
    meaning = embedder.embed(texts)
    said = Said(
        texts=texts,
        meaning=meaning,
        ideas=[idea for _, idea in cut],
        ideas_meaning=embedder.embed([idea for _, idea in cut]),
        owners=np.array([i for i, _ in cut]),
        points=learn(texts, meaning).place(texts, meaning),
    )
    found = dict(clues(said, titles, embedder.embed(titles)))
    truth = np.array([[title in tags_of(row) for title in titles] for row in rows])
    return {
        "names": list(found),
        "clues": np.stack(list(found.values()), axis=-1),
        "truth": truth,
        "points": said.points,
    }


def weigh(parts: Sequence[Mapping[str, Any]]) -> tuple[Any, float]:
    """Weights and intercept of the clues as they are; each question weighs by its answers."""
    from sklearn.linear_model import LogisticRegression

    drawn = np.random.default_rng(0)
    tables, truths, weights = [], [], []
    for part in parts:
        judged = part["truth"].any(axis=1)
        table = part["clues"][judged].reshape(-1, part["clues"].shape[-1])
        truth = part["truth"][judged].ravel()
        share = min(1.0, KEPT / len(truth))
        kept = truth | (drawn.random(len(truth)) < share)
        tables.append(table[kept])
        truths.append(truth[kept])
        weights.append(np.where(truth[kept], 1.0, 1 / share) / judged.sum())
    table, truth = np.vstack(tables), np.concatenate(truths)
    weight = np.concatenate(weights)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=C, max_iter=400)
    model.fit((table - mean) / spread, truth, weight * len(weight) / weight.sum())
    values = model.coef_[0] / spread
    return values, float(model.intercept_[0] - values @ mean)


def judge(part: Mapping[str, Any], values: Any, intercept: float) -> float:
    """F1-samples of one question under these weights."""
    likely = 1 / (1 + np.exp(-(part["clues"] @ values + intercept)))
    lent = (likely + neighbours(part["points"], likely)) / 2
    suits = np.ones(len(lent), dtype=bool)
    found = Assigned(answers=lent, ideas=lent, suits=suits, near=NEAR)
    judged = np.flatnonzero(part["truth"].any(axis=1))
    return f1_samples(
        [{str(j) for j in np.flatnonzero(part["truth"][i])} for i in judged],
        [{str(j) for j in found.themes_of(int(i))} for i in judged],
    )


def main() -> None:
    try:
        parts = {name: looked_at(rows) for name, rows in questions().items()}
    except SystemExit as absent:
        sys.exit(str(absent))
    scores = []
    for name, part in parts.items():
        scores.append(judge(part, *weigh([p for other, p in parts.items() if other != name])))
        print(f"{name:5} poids appris sur les quatre autres : F1 {scores[-1]:.3f}", flush=True)
    print(f"moyenne {np.mean(scores):.3f} (seuil {NEAR}, {MOST_THEMES} thèmes au plus)")
    values, intercept = weigh(list(parts.values()))
    names = next(iter(parts.values()))["names"]
    said = {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}
    held = {"clues": said, "intercept": round(intercept, 5)}
    TARGET.write_text(json.dumps(held, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
