"""Two hundred municipal texts written by hand, as another team would write them; split by a hash.

In ``fresh/*.txt`` a line ``%% kind`` begins a text; ``{P:…}`` marks a person, ``{A:…}`` an address,
and so on (:data:`LABELS`); what must stay in clear is marked too (:data:`STAYS`). ``{E:…}`` are
elected officials: the recognition is told of them. Each text is taken as written, and once more
as somebody else would have typed it (lower case, capitals, no accents, slips of the hand).
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import generate

FOLDER = Path(__file__).parent / "fresh"
#: Texts by other hands, who read no code: those that were read, those that are sealed.
OTHERS = Path(__file__).parents[1] / "autres_mains"
EXAM_FOLDERS = {"examen-dev": OTHERS / "lus", "examen": OTHERS / "scelles"}
#: The elected officials that both hands had been given.
EXAM_OFFICIALS = ["Hélène Castaing", "Youssef Benali", "Paul Vasseur", "Odile Bertin"]
LABELS = {
    "P": "PERSON",
    "A": "ADDRESS",
    "T": "PHONE",
    "M": "EMAIL",
    "N": "NIR",
    "I": "IBAN",
    "V": "PLATE",
    "B": "BIRTHDATE",
    "D": "ID_NUMBER",
    "O": "OTHER",
    "C": "OTHER",
}
STAYS = {"L": "PLACE", "G": "ORG", "J": "DATE", "E": "OFFICIAL"}
_MARK = re.compile(r"\{([PATMNIVBDOCLGJE]):([^{}]+)\}")
#: How the second copy of a text is typed.
NOISES = ("lower", "lower+accents", "upper+accents", "accents", "typos", "typos+lower")


def rows(part: str) -> list[dict[str, Any]]:
    """The half of the texts that ``part`` names: ``development`` or ``held``; or ``more``, the
    texts of ``fresh_dev``, all of them for development."""
    if part == "more":
        every = _texts(FOLDER.parent / "fresh_dev")
        return [row for name, kind, marked in every for row in _both(name, kind, marked)]
    if part in EXAM_FOLDERS:
        texts = [t for p in sorted(EXAM_FOLDERS[part].glob("*.txt")) for t in _texts_of(p)]
        return [{**row, "officials": EXAM_OFFICIALS} for text in texts for row in _both(*text)]
    return [
        row
        for name, kind, marked in _texts()
        if _half(name) == part
        for row in _both(name, kind, marked)
    ]


def _texts(folder: Path = FOLDER) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("*.txt")):
        yield from _texts_of(path)


def _texts_of(path: Path) -> Iterator[tuple[str, str, str]]:
    for number, block in enumerate(path.read_text(encoding="utf-8").split("%% ")[1:]):
        kind, _, marked = block.partition("\n")
        yield f"{path.stem}-{number:02d}", kind.strip(), marked.strip("\n")


def _half(name: str) -> str:
    return "development" if hashlib.sha256(name.encode()).digest()[0] % 2 else "held"


def _both(name: str, kind: str, marked: str) -> Iterator[dict[str, Any]]:
    pieces = list(_pieces(marked))
    yield _row(name, kind, "", pieces)
    rng = random.Random(name)
    noise = rng.choice(NOISES)
    yield _row(f"{name}-{noise}", kind, noise, generate.noisy(pieces, noise, rng))


def _row(name: str, kind: str, noise: str, pieces: list[tuple[str, str]]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": name,
        "kind": kind,
        "noise": noise,
        "text": "",
        "spans": [],
        "stays": [],
        "officials": ["Claire Vasseur", "Didier Forestier"],
    }
    for label, text in pieces:
        start = len(row["text"])
        if label:
            found = {"start": start, "end": start + len(text), "label": label, "text": text}
            row["stays" if label in STAYS.values() else "spans"].append(found)
        row["text"] += text
    return row


def _pieces(marked: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in _MARK.finditer(marked):
        yield "", marked[end : match.start()]
        yield {**LABELS, **STAYS}[match[1]], match[2]
        end = match.end()
    yield "", marked[end:]
