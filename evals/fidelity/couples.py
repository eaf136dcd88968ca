"""The pairs written for Beffroi, split once and for all by a seed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "paires"
EXAMPLES = (
    Path(__file__).parents[3] / "shared" / "data" / "plain_language" / "distorsions_exemples.json"
)
SEED = "beffroi-fidelite-1"
SECOND_SEED = "beffroi-fidelite-2"
#: Lots written in the second campaign, before any rule of that campaign.
SECOND = ("lot6", "lot7")
#: Lots that were read from the start; « fideles » have no distorted rewrite. « scellée »: pairs by
#: two automatic writers without access to the code; never opened to write rules.
OPEN_LOTS = {
    "exemples": "exemples", "lot5": "ouverte", "lot8": "supplement", "lot9": "fideles",
    "lot10": "fideles", "lot11": "courts", "lot12": "examen", "lot13": "examen",
    "lot15": "autres mains", "lot16": "autres mains", "lot17": "scellée", "lot18": "scellée",
}  # fmt: skip
#: Parts whose rows nobody reads: only their totals are printed.
SEALED = frozenset({"intacte", "neuve", "scellée"})
PARTS = (
    "reglage", "ouverte", "developpement", "supplement", "fideles", "exemples", "courts", "examen",
    "autres mains", "intacte", "neuve", "scellée",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    """One source with a faithful and a distorted rewrite, and where the distortion is.

    ``distorted`` is empty for the rows that only look for false alarms.
    """

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
        """« intacte » and « neuve » rows are never read; the others serve to write rules."""
        lot = self.id.partition("-")[0]
        if lot in OPEN_LOTS:
            return OPEN_LOTS[lot]
        if lot in SECOND:
            return "neuve" if _digest(SECOND_SEED, self.id)[0] % 2 else "developpement"
        digest = _digest(SEED, self.id)
        if digest[0] % 2:
            return "reglage"
        return "ouverte" if digest[1] % 8 < 3 else "intacte"


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Row(**json.loads(line))


def examples(path: Path = EXAMPLES) -> Iterator[Row]:
    """The 32 examples handed to the project; nothing when they are not on this machine.

    They do not say where the distortion is: the whole of both texts counts as the passage.
    """
    if not path.exists():
        return
    for number, raw in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1):
        yield Row(
            id=f"exemples-{number:03}", kind="plain", family=raw["type"], severity=raw["gravite"],
            source=raw["source"], faithful=raw["fidele"], distorted=raw["deforme"],
            source_passage=raw["source"], draft_passage=raw["deforme"],
        )  # fmt: skip


def _digest(seed: str, identifier: str) -> bytes:
    return hashlib.sha256(f"{seed}:{identifier}".encode()).digest()
