"""Learn the weights of ``beffroi/consultation/data/position.npz``: arguments for and against.

    python tools/train_position.py            (from the project's root; says its score, then writes)

Reads ``../shared/data/consultation/republique_numerique_arguments.csv`` in place (open data of the
consultation of 2015). The score is on proposals never seen in training: five folds by proposal.
The file written holds weights and a vocabulary of words that several proposals share.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from beffroi.consultation.fold import fold
from beffroi.consultation.stance import WEIGHTS, WORDS, openings, wide
from beffroi.embedding.local import LocalEmbedder

DATA = Path("../shared/data/consultation/republique_numerique_arguments.csv")
TARGET = Path("src/beffroi/consultation") / WEIGHTS
C = 1.0


def learn(texts: Sequence[str], meaning: Any, labels: Any) -> tuple[Any, Any, Any, Any]:
    """The three vectorizers and the model."""
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    flat = [fold(text) for text in texts]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, **WORDS)
    spelling = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=8, sublinear_tf=True)
    first = CountVectorizer(min_df=3, binary=True, **WORDS)
    words.fit(flat), spelling.fit(flat), first.fit([openings(line) for line in flat])
    model = LogisticRegression(C=C, max_iter=400)
    model.fit(wide(texts, meaning, words, spelling, first), labels)
    return words, spelling, first, model


def judge(texts: Sequence[str], meaning: Any, labels: Any, proposals: Sequence[str]) -> float:
    """Macro-F1 on proposals that the model has not seen."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GroupKFold

    found = np.zeros(len(labels), dtype=bool)
    for known, unseen in GroupKFold(5).split(texts, labels, proposals):
        *parts, model = learn([texts[i] for i in known], meaning[known], labels[known])
        table = wide([texts[i] for i in unseen], meaning[unseen], *parts)
        found[unseen] = model.decision_function(table) > 0
    return float(f1_score(labels, found, average="macro"))


def write(words: Any, spelling: Any, first: Any, model: Any) -> None:
    def terms(vectorizer: Any) -> Any:
        return np.frombuffer("\n".join(vectorizer.get_feature_names_out()).encode(), np.uint8)

    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        TARGET,
        words_terms=terms(words),
        words_idf=words.idf_.astype(np.float16),
        spelling_terms=terms(spelling),
        spelling_idf=spelling.idf_.astype(np.float16),
        first_terms=terms(first),
        weights=model.coef_[0].astype(np.float16),
        intercept=model.intercept_[0],
    )


def main() -> None:
    if not DATA.exists():
        sys.exit(f"Données absentes : {DATA}")
    rows = list(csv.DictReader(DATA.open(encoding="utf-8")))
    texts = [row["texte"] for row in rows]
    labels = np.array([row["position"] == "POUR" for row in rows])
    meaning = LocalEmbedder().embed(texts)
    score = judge(texts, meaning, labels, [row["proposition_id"] for row in rows])
    print(f"macro-F1 sur des propositions jamais vues : {score:.3f}")
    write(*learn(texts, meaning, labels))
    print(f"{TARGET} : {TARGET.stat().st_size / 1e6:.2f} Mo")


if __name__ == "__main__":
    main()
