"""Do the themes that we find agree with those of human readers? Beside BERTopic, same vectors.

    python -m evals.consultation.discovery            (from the project's root)

Reads ``../shared/data/consultation/grand_debat_themes.csv`` in place. Judged on answers that
readers gave exactly one theme, reject classes aside; both tools see all the answers. BERTopic is
run when it can be imported (``pip install bertopic umap-learn hdbscan`` in another environment).
"""

from __future__ import annotations

import csv
import platform
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from beffroi.consultation import Answer, listen
from beffroi.embedding.local import LocalEmbedder

DATA = Path("../shared/data/consultation/grand_debat_themes.csv")
REJECT = {"Autre / Passer", "Sans réponse / Hors sujet / Inclassable", "Y Rien", "A Aucun"}
REJECT |= {"Z Autres", "Idée marquée", "Je m'en fiche"}


def purity(truth: Sequence[str], found: Sequence[str]) -> float:
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    for expected, got in zip(truth, found, strict=True):
        inside[got][expected] += 1
    return sum(c.most_common(1)[0][1] for c in inside.values()) / len(truth)


def ours(texts: list[str]) -> list[str]:
    answers = [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]
    result = listen(answers, question="", embedder=LocalEmbedder())
    first = {a.row: a.themes[0] if a.themes else "aucun" for a in result.answers}
    return [first.get(i, "sans réponse") for i in range(1, len(texts) + 1)]


def bertopic(texts: list[str]) -> list[str] | None:
    try:
        from bertopic import BERTopic
        from umap import UMAP
    except ImportError:
        return None
    points = LocalEmbedder().embed(texts)
    reduce = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0)
    topics, _ = BERTopic(umap_model=reduce, language="french").fit_transform(texts, points)
    return [str(topic) for topic in topics]


def questions() -> dict[str, list[dict[str, str]]]:
    if not DATA.exists():
        sys.exit(f"Données absentes : {DATA}")
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in csv.DictReader(DATA.open(encoding="utf-8")):
        found[row["question_id"]].append(row)
    return found


def judge(name: str, rows: list[dict[str, str]]) -> dict[str, tuple[float, float, float]]:
    """Tool → (NMI, purity, seconds) on the answers of one question that bear one theme."""
    from sklearn.metrics import normalized_mutual_info_score as nmi

    texts = [row["texte"] for row in rows]
    judged = [
        i for i, row in enumerate(rows) if "|" not in row["tags"] and row["tags"] not in REJECT
    ]
    truth = [rows[i]["tags"] for i in judged]
    scores = {}
    for tool, run in (("beffroi", ours), ("bertopic", bertopic)):
        started = time.perf_counter()
        found = run(texts)
        if found is not None:
            kept = [found[i] for i in judged]
            scores[tool] = (nmi(truth, kept), purity(truth, kept), time.perf_counter() - started)
            print(f"{name:5} {tool:9} NMI {scores[tool][0]:.3f}  pureté {scores[tool][1]:.3f}")
    return scores


def main() -> None:
    per_question = [judge(name, rows) for name, rows in questions().items()]
    print(f"\n{date.today()} · {platform.machine()} · Python {platform.python_version()}")
    for tool in ("beffroi", "bertopic"):
        values = [scores[tool] for scores in per_question if tool in scores]
        if values:
            mean, seconds = np.mean(values, axis=0), sum(v[2] for v in values)
            print(f"{tool:9} NMI {mean[0]:.3f}  pureté {mean[1]:.3f}  {seconds:.0f} s")


if __name__ == "__main__":
    main()
