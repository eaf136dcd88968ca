"""Are answers put under the titles that somebody gave? Beside the tags of human readers.

    python -m evals.consultation.assignment           (from the project's root)

On the five questions of ``grand_debat_themes.csv``, reject classes aside: F1-samples without
examples, with 5 examples a theme, and after 40 answers corrected at random. The answers that serve
as examples are never judged.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from beffroi.consultation import Answer, Given, listen
from beffroi.embedding.local import LocalEmbedder
from evals.consultation.discovery import REJECT, questions

Rows = Sequence[dict[str, str]]


def tags_of(row: dict[str, str]) -> set[str]:
    return {tag.strip() for tag in row["tags"].split("|")} - REJECT - {""}


def f1_samples(truth: Sequence[set[str]], found: Sequence[set[str]]) -> float:
    scores = [
        2 * len(a & b) / (len(a) + len(b)) if a | b else 1.0
        for a, b in zip(truth, found, strict=True)
    ]
    return float(np.mean(scores))


def judge(rows: Rows, examples: dict[str, list[str]], aside: set[int], embedder: Any) -> float:
    """F1-samples on the rows that are not ``aside``."""
    titles = sorted({tag for row in rows for tag in tags_of(row)})
    given = [
        Given(id=f"t{i}", title=title, examples=tuple(examples.get(title, ())))
        for i, title in enumerate(titles)
    ]
    answers = [Answer(row=i, text=row["texte"]) for i, row in enumerate(rows)]
    result = listen(answers, question="", embedder=embedder, given=given)
    names = {theme.id: theme.title for theme in given}
    under = {a.row: {names[t] for t in a.themes} for a in result.answers}
    kept = [i for i, row in enumerate(rows) if i in under and i not in aside and tags_of(row)]
    return f1_samples([tags_of(rows[i]) for i in kept], [under[i] for i in kept])


def drawn(rows: Rows, wanted: int, per_theme: bool) -> tuple[dict[str, list[str]], set[int]]:
    """Examples by title, and the rows that they come from."""
    order = random.Random(0).sample(range(len(rows)), len(rows))
    examples: dict[str, list[str]] = {}
    aside: set[int] = set()
    for i in order:
        tags = tags_of(rows[i])
        useful = any(len(examples.get(t, [])) < wanted for t in tags) if per_theme else tags
        if not useful or (not per_theme and len(aside) >= wanted):
            continue
        aside.add(i)
        for tag in tags:
            examples.setdefault(tag, []).append(rows[i]["texte"])
    return examples, aside


def main(embedder: Any = None) -> None:
    embedder = embedder or LocalEmbedder()
    table = []
    for name, rows in questions().items():
        cases = [({}, set()), drawn(rows, 5, True), drawn(rows, 40, False)]
        scores = [judge(rows, examples, aside, embedder) for examples, aside in cases]
        table.append(scores)
        print(
            f"{name:5} sans exemple {scores[0]:.3f}  5 par thème {scores[1]:.3f}  "
            f"40 corrections {scores[2]:.3f}",
            flush=True,
        )
    print("moyenne", " ".join(f"{value:.3f}" for value in np.mean(table, axis=0)))


if __name__ == "__main__":
    main()
