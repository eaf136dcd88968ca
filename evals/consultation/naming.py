"""What the real weak model proposes, beside the computed titles: read by a person.

    python -m evals.consultation.naming demo OE11        (from the project's root)

Prints each title before and after, the sentences kept, and how many calls, answers kept and
seconds. Answers are remembered in ``--cache``: changing a rule asks nothing again.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from beffroi.consultation import Answer, listen
from beffroi.consultation.example import EXAMPLE_QUESTION, example
from beffroi.consultation.table import read_csv
from beffroi.consultation.wording import budget, worded
from beffroi.embedding.local import LocalEmbedder
from beffroi.llm.embedded import EmbeddedModel
from beffroi.llm.types import ModelInfo
from evals.clarifier.remembered import RememberedModel
from evals.consultation.discovery import questions

MODEL = Path("/opt/models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf")
INFO = ModelInfo(
    name="qwen2.5-coder-1.5b", title="Qwen2.5 Coder 1.5B", place="machine", context_tokens=8192
)


def asked(name: str) -> tuple[str, list[str]]:
    """The question and its answers."""
    if name == "demo":
        rows = read_csv(example().decode("utf-8-sig")).rows
        return EXAMPLE_QUESTION, [row[-1] for row in rows]
    found = questions()[name]
    return found[0]["question"], [row["texte"] for row in found]


def run(name: str, model: RememberedModel) -> None:
    question, texts = asked(name)
    answers = [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]
    before = listen(answers, question=question, embedder=LocalEmbedder())
    started = time.perf_counter()
    after = worded(before, answers, model=model)
    seconds = time.perf_counter() - started
    print(f"\n=== {name} : {len(texts)} réponses, {seconds:.0f} s, budget {budget(len(texts))}")
    for old, new in zip(before.themes, after.themes, strict=True):
        mark = "=" if old.title == new.title else "→"
        print(f"{old.id:6}{old.n_answers:5}  {old.title}  {mark}  {new.title}")
        if old.description != new.description:
            print(f"             {new.description}")
    print("\n".join(f"  {s.text} {list(s.cites)}" for s in after.synthesis))
    print("\n".join(after.notices))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="+")
    parser.add_argument("--cache", type=Path, default=Path("/tmp/beffroi-evals-naming.jsonl"))
    options = parser.parse_args()
    model = RememberedModel(EmbeddedModel(MODEL, info=INFO), options.cache)
    for name in options.names:
        run(name, model)


if __name__ == "__main__":
    main()
