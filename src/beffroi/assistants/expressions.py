"""The rules of ``regles/*.txt``: sections of expressions, one a line, groups in capitals."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("regles")
_SECTION = re.compile(r"\[(\w+)\]")


@cache
def lines(name: str) -> dict[str, tuple[str, ...]]:
    """Section → its lines, in the order of the file ``regles/{name}.txt``."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        head = _SECTION.fullmatch(line)
        if head:
            section = head[1]
            found[section] = []
        elif line.strip() and not line.startswith("# "):
            found[section].append(line)
    return {section: tuple(rows) for section, rows in found.items()}


@cache
def patterns(name: str, *, whole_words: bool = True) -> dict[str, re.Pattern[str]]:
    """Section → one expression, its groups filled in.

    ``whole_words``: none begins in the middle of a word.
    """
    return {
        section: re.compile("|".join(_filled(row, whole_words) for row in rows))
        for section, rows in lines(name).items()
    }


def _filled(row: str, whole_words: bool) -> str:
    for name, (group,) in lines("groupes").items():
        row = re.sub(rf"(?<![A-Z_]){name}(?![A-Z_])", lambda _, group=group: group, row)  # type: ignore[misc]
    if not whole_words or row.startswith("^"):
        return f"(?:{row})"
    return rf"(?<![^\W_])(?:{row})"
