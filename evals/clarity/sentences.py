"""Sentence boundaries against those that a person reviewed one by one (``bornes.json``).

``python -m evals.clarity.sentences``. The file holds ids and offsets only. It was made by
reviewing, on texts of the held-out half, every boundary that Beffroi put and every place inside a
sentence where another could have been: items of a list written in one line are marked there.
"""

from __future__ import annotations

import json
from pathlib import Path

from beffroi.french import sentences
from evals.clarity.texts import held_out


def main() -> None:
    marked = json.loads((Path(__file__).parent / "bornes.json").read_text("utf-8"))
    texts = {name: text for rows in held_out().values() for name, text in rows}
    right = found = expected = 0
    for name, ends in marked.items():
        ours = {span.end for span in sentences(texts[name])}
        right, found, expected = (
            right + len(ours & set(ends)),
            found + len(ours),
            expected + len(ends),
        )
    print(f"{expected} limites marquées, {found} trouvées, {right} exactes")
    print(f"précision {100 * right / found:.2f} %, rappel {100 * right / expected:.2f} %")


if __name__ == "__main__":
    main()
