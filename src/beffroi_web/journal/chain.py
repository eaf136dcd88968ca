"""The arithmetic of the chain: each line holds the hash of the one before it. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

#: What the first line of an authority has for « the one before ».
ORIGIN = "0" * 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line, as it is hashed. ``details`` is canonical JSON; ``at`` is aware."""

    collectivite: int
    number: int
    at: datetime
    actor: int | None
    act: str
    object: str
    details: str
    previous: str
    hash: str = ""


def canonical(details: Mapping[str, object]) -> str:
    """JSON with one possible writing: sorted keys, no spaces, no escaped letters."""
    return json.dumps(details, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_of(line: Line) -> str:
    """SHA-256, in hexadecimal, of everything that the line says and of the hash before it."""
    parts = [
        str(line.collectivite),
        str(line.number),
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "" if line.actor is None else str(line.actor),
        line.act,
        line.object,
        line.details,
        line.previous,
    ]
    # JSON keeps the borders between parts: "a","bc" and "ab","c" differ.
    return hashlib.sha256(canonical({"line": parts}).encode()).hexdigest()


def faults(lines: Iterable[Line], *, count: int, last: str) -> list[str]:
    """French sentences, one a fault; empty when the chain is whole.

    ``count`` and ``last`` are what the head of the chain says: how many lines were written, and
    the hash of the last one.
    """
    found, number, previous = [], 0, ORIGIN
    for line in lines:
        found += _faults_of(line, number + 1, previous)
        number, previous = line.number, line.hash
    if number != count:
        found.append(f"Le journal compte {count} lignes et la dernière trouvée est la {number}.")
    elif previous != last:
        found.append("La dernière ligne n’est pas celle qui avait été écrite.")
    return found


def _faults_of(line: Line, expected: int, previous: str) -> list[str]:
    found = []
    if line.number > expected:
        found.append(f"Il manque la ligne {expected}, et jusqu’à la ligne {line.number - 1}.")
    elif line.number < expected:
        found.append(f"La ligne {line.number} est en double.")
    elif line.previous != previous:
        found.append(f"La ligne {line.number} ne suit pas celle qui la précède.")
    if hash_of(line) != line.hash:
        found.append(f"La ligne {line.number} a été modifiée.")
    return found
