"""Does what one to four people raised stay in sight? And do other orders give the same themes?

    python -m evals.consultation.rare [QUESTION…]        (from the project's root)

A tag that readers gave to one to four answers is in sight when one of them is a weak signal, or
when a theme is mostly made of them. Stability: the same answers in another order; the share of
pairs of answers that are together in both results, or in neither (Rand index).
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from beffroi.consultation import Answer, Result, listen
from beffroi.embedding.local import LocalEmbedder
from evals.consultation.assignment import tags_of
from evals.consultation.discovery import questions

FEW = 4


def run(texts: Sequence[str], order: Sequence[int], question: str) -> Result:
    answers = [Answer(row=i + 1, text=texts[i]) for i in order]
    return listen(answers, question=question, embedder=LocalEmbedder())


def rare_tags(rows: Sequence[dict[str, str]]) -> Mapping[str, set[int]]:
    """Tag → rows, for the tags that one to four answers bear."""
    found: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows, start=1):
        for tag in tags_of(row):
            found[tag].add(i)
    return {tag: under for tag, under in found.items() if len(under) <= FEW}


def in_sight(result: Result, under: set[int]) -> bool:
    if any(signal.row in under for signal in result.weak_signals):
        return True
    members: dict[str, set[int]] = defaultdict(set)
    for answer in result.answers:
        for theme in answer.themes:
            members[theme].add(answer.row)
    return any(2 * len(rows & under) > len(rows) for rows in members.values())


def alike(first: Result, second: Result) -> float:
    """Rand index of the first themes of the answers that are in both."""
    names = [{a.row: a.themes[0] for a in r.answers if a.themes} for r in (first, second)]
    rows = sorted(names[0].keys() & names[1].keys())

    def pairs(counts: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both = pairs(Counter((names[0][r], names[1][r]) for r in rows))
    one, other = (pairs(Counter(name[r] for r in rows)) for name in names)
    whole = len(rows) * (len(rows) - 1) / 2
    return (whole - one - other + 2 * both) / whole


def main() -> None:
    seen = total = 0
    stable = []
    wanted = sys.argv[1:]
    for name, rows in questions().items():
        if wanted and name not in wanted:
            continue
        texts = [row["texte"] for row in rows]
        order = list(range(len(texts)))
        result = run(texts, order, rows[0]["question"])
        rare = rare_tags(rows)
        found = [tag for tag, under in rare.items() if in_sight(result, under)]
        again = run(texts, random.Random(1).sample(order, len(order)), rows[0]["question"])
        stable.append(alike(result, again))
        seen, total = seen + len(found), total + len(rare)
        print(
            f"{name:5} thèmes d’une à {FEW} personnes en vue : {len(found)} sur {len(rare)} "
            f"({len(result.weak_signals)} signaux) ; même couples : {stable[-1]:.3f}",
            flush=True,
        )
        print("      hors de vue :", ", ".join(sorted(rare.keys() - set(found))[:12]))
    print(f"en vue : {seen} sur {total} ; stabilité moyenne {sum(stable) / len(stable):.3f}")


if __name__ == "__main__":
    main()
