"""How fast are searching and indexing at 100,000 passages, and in how much memory?

    python benchmarks/knowledge/speed.py [passages]            (from the project's root)

Documents are made of sentences of ``../shared/data`` shuffled with a fixed seed, 16 passages each.
The vectors of passages are drawn (unit, fixed seed) for the search, where only their number
counts; the speed of indexing is measured apart with the real encoder on two processes.
"""

from __future__ import annotations

import json
import platform
import random
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from evals.knowledge.questions import questions
from evals.knowledge.sheets import SHEETS

from beffroi.embedding.local import LocalEmbedder
from beffroi.knowledge import EmbeddedIndex, Source, incoming

FOLDER = Path("var/benchmarks/knowledge")
PER_DOCUMENT, WORDS = 16, 80


class Drawn:
    """Questions by the real encoder, passages by lot."""

    name = "drawn"

    def __init__(self) -> None:
        self._real = LocalEmbedder()
        self._random = np.random.default_rng(0)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(texts) == 1:
            return self._real.embed(texts)
        rows = self._random.standard_normal((len(texts), 512)).astype(np.float32)
        made: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return made


def documents(passages: int) -> Iterator[Source]:
    rows = [json.loads(line) for line in SHEETS.open(encoding="utf-8")]
    lines = [s for row in rows for s in row["texte"].split("\n") if len(s.split()) > 6]
    draw = random.Random(0)
    for number in range(passages // PER_DOCUMENT):
        sections = []
        for part in range(PER_DOCUMENT):
            words: list[str] = []
            while len(words) < WORDS:
                words += draw.choice(lines).lstrip("#- ").split()
            sections.append(f"## Partie {part + 1}\n{' '.join(words[:WORDS])}.")
        yield Source(id=str(number), title=draw.choice(rows)["titre"], text="\n".join(sections))


def main(passages: int) -> None:
    print(f"{date.today()}, {platform.processor() or platform.machine()}, Python")
    print(f"charge au départ : {Path('/proc/loadavg').read_text().split()[0]}")
    indexing(2_000)
    shutil.rmtree(FOLDER, ignore_errors=True)
    index = EmbeddedIndex(FOLDER, embedder=Drawn())
    start = time.perf_counter()
    written = index.put(incoming(source) for source in documents(passages))
    print(f"écriture sans l’encodeur : {written / (time.perf_counter() - start):.0f} passages/s")
    start = time.perf_counter()
    index.snapshot()
    print(f"ouverture : {time.perf_counter() - start:.2f} s, {written} passages")
    asked = [q.text for q in questions()]
    index.search("carte", limit=5)
    for label, clock in (("horloge", time.perf_counter), ("processeur", time.process_time)):
        times = sorted(_timed(index, question, clock) for question in asked)
        print(
            f"recherche ({label}) : médiane {times[len(times) // 2]:.1f} ms, "
            f"95 % {times[int(0.95 * len(times))]:.1f} ms, pire {times[-1]:.1f} ms"
        )
    print(f"mémoire au plus : {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} Mo")
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(f"disque : {size / 1e6:.0f} Mo")


def indexing(passages: int) -> None:
    """With the real encoder, two processes already started."""
    folder = FOLDER.with_name("knowledge-encode")
    shutil.rmtree(folder, ignore_errors=True)
    with LocalEmbedder(processes=2) as encoder:
        encoder.embed(["préparation"] * 1100)
        index = EmbeddedIndex(folder, embedder=encoder)
        start = time.perf_counter()
        written = index.put(incoming(source) for source in documents(passages))
        print(f"indexation complète : {written / (time.perf_counter() - start):.0f} passages/s")


def _timed(index: EmbeddedIndex, question: str, clock: object) -> float:
    assert callable(clock)
    start = clock()
    index.search(question, limit=5)
    return 1000.0 * float(clock() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
