"""``python -m evals.assistants.train_alarm``: the weights of the second line of the alarm.

Logistic regression over the sentence encoder, on phrases written for it and on the tuning half of
``urgences.txt`` (the other half never enters), and on the known questions of evals/knowledge.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from beffroi.assistants.emergency import alarm, learned
from beffroi.embedding.local import LocalEmbedder
from evals.assistants.emergency import PHRASES

QUESTIONS = Path(__file__).parents[1] / "knowledge" / "questions.jsonl"
LEARNING = Path(__file__).with_name("urgences_apprises.txt")
#: Strength of the regularisation, steps and rate of the descent: chosen on five folds.
RIDGE, STEPS, RATE = 1e-3, 3000, 2.0


def main() -> None:
    rows = _rows(LEARNING)
    tuning = _rows(PHRASES)
    rows += [row for sign in (True, False) for row in [r for r in tuning if r[1] == sign][::2]]
    rows += [(text, False) for text in _known_questions() if alarm(text) is None]
    vectors = LocalEmbedder().embed([text for text, _ in rows])
    weights = fitted(vectors, np.array([float(danger) for _, danger in rows]))
    np.savez_compressed(learned.WEIGHTS, poids=weights.astype(np.float32))
    print(f"{len(rows)} phrases, {len(weights)} poids écrits dans {learned.WEIGHTS.name}")


def _known_questions() -> list[str]:
    """Ordinary questions of every register, of the part that may be learned from."""
    lines = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    return [row["question"] for row in lines if row["part"] == "connue"]


def fitted(vectors: Any, wanted: Any) -> Any:
    """Weights, the bias last; both classes count the same, whatever their number."""
    share = np.where(wanted > 0, 0.5 / wanted.sum(), 0.5 / (1 - wanted).sum())
    weights, bias = np.zeros(vectors.shape[1]), 0.0
    for _ in range(STEPS):
        error = share * (1 / (1 + np.exp(-(vectors @ weights + bias))) - wanted)
        weights -= RATE * (vectors.T @ error + RIDGE * weights)
        bias -= RATE * float(error.sum())
    return np.append(weights, bias)


def _rows(path: Path) -> list[tuple[str, bool]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(line[2:].strip(), line[0] == "+") for line in lines if line[:2] in ("+ ", "- ")]


if __name__ == "__main__":
    main()
