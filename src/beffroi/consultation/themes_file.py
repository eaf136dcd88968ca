"""A list of themes given by a person: one title a line, or JSON with examples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from beffroi.consultation.assign import Given
from beffroi.documents.decode import decode
from beffroi.errors import DamagedDocument, EmptyText


def read_themes(path: Path) -> tuple[Given, ...]:
    """The themes of a file: see :func:`themes_in`."""
    return themes_in(decode(path.read_bytes()))


def themes_in(text: str) -> tuple[Given, ...]:
    """The themes of a list, ids kept where given (``t1``, ``t2``… otherwise).

    JSON: a list of titles, or of objects ``{"id", "title", "description", "examples"}``; also the
    ``resultat.json`` of a former consultation, whose themes are taken. Text: one title a line; the
    lines set back under a title are examples of it. Raises ``InputError``.
    """
    json_like = text.strip()[:1] in ("[", "{")
    items = _json_items(text.strip()) if json_like else _lines(text)
    found = tuple(_given(item, place) for place, item in enumerate(filter(None, items), start=1))
    if not found:
        raise EmptyText("La liste des thèmes est vide.", next_step="Écrivez un titre par ligne.")
    return found


def as_lines(themes: Sequence[Given]) -> str:
    """A list that :func:`themes_in` reads and that a person can change."""
    return "\n".join(
        line
        for theme in themes
        for line in (theme.title, *(f"    {' '.join(e.split())}" for e in theme.examples))
    )


def _lines(text: str) -> list[Any]:
    items: list[Any] = []
    for line in text.splitlines():
        said = line.strip()
        if said and line[:1] in (" ", "\t") and items:
            items[-1]["examples"].append(said)
        elif said:
            items.append({"title": said, "examples": []})
    return items


def _json_items(text: str) -> list[Any]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise DamagedDocument("La liste des thèmes est mal formée.", detail=str(error)) from error
    return list(content.get("themes", [])) if isinstance(content, dict) else list(content)


def _given(item: Any, place: int) -> Given:
    if not isinstance(item, dict):
        return Given(id=f"t{place}", title=str(item))
    title = str(item.get("title") or item.get("titre") or "")
    if not title:
        raise DamagedDocument(f"Le thème n° {place} n’a pas de titre.")
    return Given(
        id=str(item.get("id") or f"t{place}"),
        title=title,
        description=str(item.get("description") or ""),
        parent=item.get("parent"),
        examples=tuple(str(e) for e in item.get("examples") or item.get("exemples") or ()),
    )
