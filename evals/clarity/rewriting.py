"""Rewriting by rule on real texts: how much shorter, and what fidelity finds lost.

``python -m evals.clarity.rewriting [texts per collection]``.
"""

from __future__ import annotations

import sys
from collections import Counter

from beffroi.clarity import rewrite
from beffroi.fidelity import compare
from beffroi.french import sentences, word_texts
from evals.clarity.texts import held_out


def main(most: int) -> None:
    for name, rows in held_out().items():
        step = max(1, len(rows) // most)
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        lost: Counter[tuple[str, str]] = Counter()
        rules: Counter[str] = Counter()
        changed = 0
        for _, text in rows[::step][:most]:
            result = rewrite(text)
            before.update(_lengths(text))
            after.update(_lengths(result.text))
            for sentence in result.sentences:
                if not sentence.applied:
                    continue
                changed += 1
                rules.update({rule.rule.split(".")[0] for rule in sentence.applied})
                pair = sentence.source.of(text), sentence.text.of(result.text)
                lost.update({(f.severity, f.type) for f in compare(*pair)})
        _print(name, before, after, lost, rules, changed)


def _lengths(text: str) -> Counter[str]:
    lengths = [len(word_texts(span.of(text))) for span in sentences(text)]
    return Counter({"phrases": len(lengths), "longues": sum(n > 20 for n in lengths)})


def _print(
    name: str,
    before: Counter[str],
    after: Counter[str],
    lost: Counter[tuple[str, str]],
    rules: Counter[str],
    changed: int,
) -> None:
    a, b = before["longues"] / before["phrases"], after["longues"] / after["phrases"]
    print(f"{name} : plus de 20 mots {100 * a:.1f} % → {100 * b:.1f} % ({before} → {after})")
    print(f"  {changed} phrases changées ; règles : {dict(rules.most_common())}")
    print(f"  écarts vus par la fidélité : {dict(lost.most_common())}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
