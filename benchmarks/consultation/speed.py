"""How long, and how much memory, from a file of answers to a result, without any model.

    python benchmarks/consultation/speed.py 1000 10000        (from the project's root)

The answers are the demonstration's, each made different by a number at its end: nearly as many
different texts for the encoder as there are rows. One process a size, so that memory is its own.
"""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
import time
from datetime import date


def run(count: int) -> None:
    from beffroi.consultation import Answer, listen
    from beffroi.consultation.example import EXAMPLE_QUESTION, example
    from beffroi.consultation.table import read_csv
    from beffroi.embedding.local import LocalEmbedder

    rows = read_csv(example().decode("utf-8-sig")).rows
    texts = [rows[i % len(rows)][-1] for i in range(count)]
    answers = [
        Answer(row=i, text=f"{text.rstrip('.')} au numéro {i}" if text else "")
        for i, text in enumerate(texts, start=1)
    ]
    started = time.perf_counter()
    result = listen(
        answers,
        question=EXAMPLE_QUESTION,
        embedder=LocalEmbedder(processes=2 if count > 2_000 else 1),
    )
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{count} réponses : {seconds:.1f} s, {memory:.2f} Go, {len(result.themes)} thèmes")


def main() -> None:
    print(f"{date.today()} · {platform.machine()} · Python {platform.python_version()}", flush=True)
    for count in sys.argv[1:]:
        subprocess.run([sys.executable, __file__, "--one", count], check=True)


if __name__ == "__main__":
    run(int(sys.argv[2])) if sys.argv[1:2] == ["--one"] else main()
