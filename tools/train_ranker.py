"""Learn the weights of the search from the questions of ``evals/knowledge``, never the unseen part.

    python tools/train_ranker.py            (from the project's root; reads ``../shared/data``)

Three logistic regressions: a right sheet beside the wrong ones, a passage that answers beside the
others of its sheet, an answered question beside those without an answer (and beside itself when
its right sheets are taken away). Writes ``src/beffroi/knowledge/ranker.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from evals.knowledge.questions import Question, learned_from
from evals.knowledge.sheets import index

from beffroi.knowledge import ranker as module
from beffroi.knowledge import search as searching
from beffroi.knowledge.evidence import Ranking, of_answer
from beffroi.knowledge.features import OF_DOCUMENT, OF_PASSAGE
from beffroi.knowledge.ranker import OF_ANSWER, Ranker, Regression
from beffroi.knowledge.search import rank
from beffroi.knowledge.snapshot import Snapshot

Numbers = NDArray[np.float64]

#: Strength of the weights (C of scikit-learn), of five tried under crossing, and that of the answer
#: over numbers of one scale. Probability under which nothing is answered: on what is learned from,
#: crossed, about 92 % of the questions without an answer are then silent, before the rules of the
#: assistants, and four answered in five are answered.
STRENGTH, ANSWER_STRENGTH, THRESHOLD = 1.0, 0.3, 0.52
FOLDS = 5


def main() -> None:
    made, embedder = index()
    snapshot = made.snapshot()
    known = learned_from()
    rankings = ranked(snapshot, known)
    embedder.save()
    ids = snapshot_ids(snapshot)
    held_out = crossed(known, rankings, ids)
    print_crossed(held_out, THRESHOLD)
    save(replace(learn(known, rankings, ids), threshold=THRESHOLD))


def ranked(snapshot: Snapshot, some: Sequence[Question]) -> list[Ranking]:
    """Everything weighed once: new weights only change the order. More documents are read than
    in a search, so that those which new weights prefer are there."""
    searching.READ = 14
    weights = module.ranker()
    return [rank(snapshot, q.text, collections=None, weights=weights) for q in some]


def reordered(ranking: Ranking, weights: Ranker) -> Ranking:
    """``ranking`` under other weights."""
    logits = {d.row: weights.document.logit(d.values) for d in ranking.documents}
    documents = {d.row: replace(d, logit=logits[d.row]) for d in ranking.documents}
    passages = [
        replace(p, document=documents[p.document.row], logit=weights.passage.logit(p.values))
        for p in ranking.passages
    ]
    return replace(
        ranking,
        documents=tuple(sorted(documents.values(), key=lambda d: (-d.logit, d.row))),
        passages=tuple(sorted(passages, key=lambda p: (-p.total, p.row.row))),
    )


def learn(known: Sequence[Question], rankings: Sequence[Ranking], ids: dict[int, str]) -> Ranker:
    """Documents first, then passages under these documents, then answers under both."""
    weights = replace(module.ranker(), document=document_weights(known, rankings, ids))
    weights = replace(weights, passage=passage_weights(known, rankings))
    again = [reordered(ranking, weights) for ranking in rankings]
    return replace(weights, answer=answer_weights(known, again))


def snapshot_ids(snapshot: Snapshot) -> dict[int, str]:
    from beffroi.knowledge import store

    with snapshot.store.reading() as db:
        return {kept.row: kept.id for kept in store.documents(db)}


def document_weights(
    known: Sequence[Question], rankings: Sequence[Ranking], ids: dict[int, str]
) -> Regression:
    rows, weights = [], []
    for question, ranking in zip(known, rankings, strict=True):
        right = [np.array(d.values) for d in ranking.documents if ids[d.row] in question.sheets]
        wrong = [np.array(d.values) for d in ranking.documents if ids[d.row] not in question.sheets]
        for good in right:
            for bad in wrong:
                rows.append(good - bad)
                weights.append(1 / (len(right) * len(wrong)))
    return _pairwise(OF_DOCUMENT, rows, weights)


def passage_weights(known: Sequence[Question], rankings: Sequence[Ranking]) -> Regression:
    rows, weights = [], []
    for question, ranking in zip(known, rankings, strict=True):
        own = [p for p in ranking.passages if p.row.passage.document_id in question.sheets]
        right = [np.array(p.values) for p in own if question.answered_by(p.row.passage)]
        wrong = [np.array(p.values) for p in own if not question.answered_by(p.row.passage)]
        for good in right:
            for bad in wrong:
                rows.append(good - bad)
                weights.append(1 / (len(right) * len(wrong)))
    return _pairwise(OF_PASSAGE, rows, weights)


def answer_weights(known: Sequence[Question], rankings: Sequence[Ranking]) -> Regression:
    rows, labels, weights = [], [], []
    for question, ranking in zip(known, rankings, strict=True):
        for values, label, weight in examples(question, ranking):
            rows.append(values)
            labels.append(label)
            weights.append(weight)
    return _weighed(OF_ANSWER, np.array(rows), np.array(labels), np.array(weights))


def _weighed(
    names: tuple[str, ...], rows: Numbers, labels: Numbers, weights: Numbers
) -> Regression:
    """A logistic regression over numbers brought to one scale, written in their own."""
    from sklearn.linear_model import LogisticRegression

    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=ANSWER_STRENGTH, max_iter=5000)
    model.fit((rows - middle) / spread, labels, sample_weight=weights)
    own = model.coef_[0] / spread
    bias = float(model.intercept_[0] - own @ middle)
    return Regression(names=names, weights=tuple(map(float, own)), bias=bias)


def examples(question: Question, ranking: Ranking) -> list[tuple[list[float], int, float]]:
    """(numbers, whether it is answered, weight): a question, and itself without its sheets."""
    if not ranking.passages:
        return []
    if not question.answered:
        return [(of_answer(ranking), 0, 1.5)]
    found = []
    if ranking.passages[0].row.passage.document_id in question.sheets:
        found.append((of_answer(ranking), 1, 1.0))
    without = lacking(ranking, question.sheets)
    if without.passages:
        found.append((of_answer(without), 0, 0.2))
    return found


def lacking(ranking: Ranking, sheets: frozenset[str]) -> Ranking:
    """``ranking`` as it would be if the right sheets were not in the index."""
    gone = {p.document.row for p in ranking.passages if p.row.passage.document_id in sheets}
    return replace(
        ranking,
        documents=tuple(d for d in ranking.documents if d.row not in gone),
        passages=tuple(p for p in ranking.passages if p.document.row not in gone),
    )


Held = tuple[Question, Ranking, float]


def crossed(
    known: Sequence[Question], rankings: Sequence[Ranking], ids: dict[int, str]
) -> list[Held]:
    """Each known question under weights learned without its fold, with its probability."""
    held: list[Held] = []
    pairs = list(zip(known, rankings, strict=True))
    for fold in range(FOLDS):
        rest = [pair for i, pair in enumerate(pairs) if i % FOLDS != fold]
        weights = learn([q for q, _ in rest], [r for _, r in rest], ids)
        for question, ranking in (pair for i, pair in enumerate(pairs) if i % FOLDS == fold):
            again = reordered(ranking, weights)
            values = of_answer(again) if again.passages else None
            probability = 0.0 if values is None else weights.answer.probability(values)
            held.append((question, again, probability))
    return held


def print_crossed(held: Sequence[Held], threshold: float) -> None:
    answered = [h for h in held if h[0].answered]
    silent = [h for h in held if not h[0].answered]
    first = sum(_top(ranking) in q.sheets for q, ranking, _ in answered)
    shown = sum(_shows(q, ranking, 1) for q, ranking, _ in answered)
    three = sum(_shows(q, ranking, 3) for q, ranking, _ in answered)
    quiet = sum(probability < threshold for _, _, probability in silent)
    wrongly = sum(probability < threshold for _, _, probability in answered)
    many = len(answered)
    print(
        f"croisé, {many} répondues : fiche première {first / many:.1%}, "
        f"passage {shown / many:.1%}, trois passages {three / many:.1%}"
    )
    print(
        f"se taisent {quiet / len(silent):.1%} des {len(silent)} sans réponse, "
        f"{wrongly / many:.1%} des répondues"
    )
    for share in (0.92, 0.94, 0.96):
        least = float(np.quantile([p for _, _, p in silent], share))
        kept = sum(p >= least for _, _, p in answered) / many
        print(f"  seuil {least:.2f} : {share:.0%} se taisent, {kept:.1%} répondues")
    for question, ranking, probability in sorted(held, key=lambda h: -h[2]):
        top = _top(ranking)
        good = top in question.sheets if question.answered else probability < threshold
        if not good or not question.answered or probability < threshold:
            print(f"  {probability:.2f} {question.text} → {top} {sorted(question.sheets)}")


def _top(ranking: Ranking) -> str:
    return ranking.passages[0].row.passage.document_id if ranking.passages else "-"


def _shows(question: Question, ranking: Ranking, passages: int) -> bool:
    return any(question.answered_by(p.row.passage) for p in ranking.passages[:passages])


def _pairwise(
    names: tuple[str, ...], rows: Sequence[Numbers], weights: Sequence[float]
) -> Regression:
    """Weights such that the first of two is above the second; no bias: only order counts."""
    from sklearn.linear_model import LogisticRegression

    table = np.array(rows)
    both = np.concatenate([table, -table])
    labels = np.concatenate([np.ones(len(table)), np.zeros(len(table))])
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(both, labels, sample_weight=np.tile(weights, 2))
    return Regression(names=names, weights=tuple(float(w) for w in model.coef_[0]), bias=0.0)


def save(weights: Ranker) -> None:
    data: dict[str, object] = {
        name: {
            "bias": round(part.bias, 4),
            "weights": {n: round(w, 4) for n, w in zip(part.names, part.weights, strict=True)},
        }
        for name, part in (
            ("document", weights.document),
            ("passage", weights.passage),
            ("answer", weights.answer),
        )
    }
    data["threshold"] = round(weights.threshold, 4)
    module.PATH.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
