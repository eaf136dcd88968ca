"""The pairs written for Beffroi, split once and for all by a seed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "paires"
SEED = "beffroi-fidelite-1"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One source with a faithful and a distorted rewrite, and where the distortion is."""

    id: str
    kind: str
    family: str
    severity: str
    source: str
    faithful: str
    distorted: str
    source_passage: str
    draft_passage: str

    @property
    def part(self) -> str:
        """« intacte » rows were never read for tuning; a third of the first draw was opened once."""  # noqa: E501
        if self.id.startswith("lot5"):
            return "ouverte"
        digest = hashlib.sha256(f"{SEED}:{self.id}".encode()).digest()
        if digest[0] % 2:
            return "reglage"
        return "ouverte" if digest[1] % 8 < 3 else "intacte"


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Row(**json.loads(line))
