"""The texts of the measure: passages of 60 to 200 words, chosen by seed, named by identifiers.

Nothing of the texts is kept here: they are read in place, in ``../shared/data``.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "plain_language"
SEED = 20261122
TEST, DEV = 60, 10
WORDS = range(60, 201)


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """``id``: identifier of the document, ``#``, rank of the passage in it."""

    id: str
    text: str


def data_folder() -> Path:
    """Where the data are; exits with a clear message when they are not there."""
    for folder in (DATA, Path("/work/shared/data/plain_language")):
        if folder.is_dir():
            return folder
    raise SystemExit(f"Données absentes : {DATA}. La mesure est laissée de côté.")


def chosen() -> tuple[list[Passage], list[Passage]]:
    """The 60 texts that are reported and the 10 on which one may tune; never the same document."""
    folder = data_folder()
    rng = random.Random(SEED)
    sheets = _one_per_document(_sheets(folder), rng)
    acts = _one_per_document(_acts(folder), rng)
    half = (TEST + DEV) // 2
    mixed = [text for pair in zip(sheets[:half], acts[:half], strict=True) for text in pair]
    return mixed[:TEST], mixed[TEST:]


def _one_per_document(found: Iterator[Passage], rng: random.Random) -> list[Passage]:
    by_document: dict[str, list[Passage]] = {}
    for passage in found:
        by_document.setdefault(passage.id.split("#")[0], []).append(passage)
    names = sorted(by_document)
    rng.shuffle(names)
    return [rng.choice(by_document[name]) for name in names]


def _sheets(folder: Path) -> Iterator[Passage]:
    for row in _rows(folder / "service_public" / "fiches_communes.jsonl"):
        yield from _passages(row["id"], row["texte"].split("\n## "))


def _acts(folder: Path) -> Iterator[Passage]:
    for row in _rows(folder / "deliberations_montpellier" / "deliberations_2014.jsonl"):
        yield from _passages(row["id"], _chunks(row["corps"].split("\n")))


def _chunks(lines: list[str]) -> list[str]:
    """Lines put together until they make a passage."""
    chunks: list[str] = []
    current: list[str] = []
    for line in lines:
        current.append(line)
        if sum(len(part.split()) for part in current) >= WORDS.start:
            chunks.append("\n".join(current))
            current = []
    return chunks


def _passages(name: str, parts: list[str]) -> Iterator[Passage]:
    for rank, part in enumerate(parts):
        text = part.strip()
        if len(text.split()) in WORDS:
            yield Passage(id=f"{name}#{rank}", text=text)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
