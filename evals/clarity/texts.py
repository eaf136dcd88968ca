"""The real texts: even rows to develop, odd rows to judge. Nothing of them is copied here."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "plain_language"


def held_out() -> dict[str, list[tuple[str, str]]]:
    """Name of the collection → (id, text) of the half that was not looked at."""
    root = FOLDER if FOLDER.is_dir() else Path("/work/shared/data/plain_language")
    if not root.is_dir():
        sys.exit("Les textes de mesure (../shared/data) sont absents : rien à mesurer.")
    acts = root / "deliberations_montpellier" / "deliberations_2014.jsonl"
    sheets = root / "service_public" / "fiches_communes.jsonl"
    return {"délibérations": _odd(acts, "corps"), "fiches": _odd(sheets, "texte")}


def _odd(path: Path, key: str) -> list[tuple[str, str]]:
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf-8")]
    return [(row["id"], row[key]) for row in rows[1::2]]
