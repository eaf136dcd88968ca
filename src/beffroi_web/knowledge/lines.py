"""A jsonl file as documents: one line, one document; a line that is wrong is said, not skipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line. ``reason`` says why it cannot be used; its other fields are then what was read."""

    title: str
    text: str = ""
    id: str = ""
    url: str = ""
    date: date | None = None
    synonyms: tuple[str, ...] = ()
    reason: str = ""


def lines_of(content: bytes, name: str) -> Iterator[Line]:
    """The lines of a jsonl with ``id``, ``titre``, ``texte``, and if there are any ``url``,
    ``date`` (AAAA-MM-JJ) and ``synonymes``. Empty lines are no documents."""
    text = content.decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _line(line, f"{name}, ligne {number}")


def _line(line: str, place: str) -> Line:
    try:
        value = json.loads(line)
    except ValueError:
        return Line(title=place, reason="Cette ligne n’est pas du JSON.")
    if not isinstance(value, dict):
        return Line(title=place, reason="Cette ligne n’est pas un objet JSON.")
    title, text, key = (str(value.get(name) or "").strip() for name in ("titre", "texte", "id"))
    if not text:
        return Line(title=title or place, reason="Cette ligne n’a pas de champ « texte ».")
    if len(key) > 200:
        return Line(title=title or place, reason="Cet identifiant dépasse 200 caractères.")
    return Line(
        title=title or place,
        text=text,
        id=key,
        url=_address(value.get("url")),
        date=_date(value.get("date")),
        synonyms=tuple(str(item) for item in _list(value.get("synonymes"))),
    )


def _address(value: Any) -> str:
    """An address that a page may link to, or nothing."""
    address = str(value or "").strip()
    return address if address.startswith(("https://", "http://")) else ""


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
