"""Two editions of a folder side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from beffroi_web.clarifier.compare import difference


class Edition(Protocol):
    version: int
    files: dict[str, str]


def versions(rows: Sequence[Edition], old: str, new: str) -> dict[str, Any]:
    """``rows`` from the newest; the last two are compared unless the address says otherwise."""
    newer = _chosen(rows, new, rows[0])
    older = _chosen(rows, old, rows[min(1, len(rows) - 1)])
    pieces = difference(_whole(older), _whole(newer)) if older is not newer else []
    return {
        "versions": rows,
        "old": older,
        "new": newer,
        "whole": _whole(newer),
        "pieces": pieces,
    }


def _chosen(rows: Sequence[Edition], wanted: str, default: Edition) -> Edition:
    return next((edition for edition in rows if str(edition.version) == wanted), default)


def _whole(edition: Edition) -> str:
    """The folder as one text: each file under its path."""
    return "\n\n".join(f"— {path} —\n{text}" for path, text in sorted(edition.files.items()))
