"""A JSONL of documents: one object a line with ``id``, ``titre`` and ``texte``.

``chapeau``, ``date``, ``url``, ``theme`` and ``synonymes`` are used when they are there, any other
key is left alone. Offsets of passages are offsets into ``texte`` as given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from beffroi.errors import DocumentError, InputError
from beffroi.knowledge.gather.roots import Gathered, Refused
from beffroi.knowledge.index import Incoming, incoming
from beffroi.knowledge.types import Source


def gather_jsonl(path: Path, *, collection: str) -> Gathered:
    """The documents of ``path``. A line that is not one is refused, with its number. Of two lines
    of one ``id`` the first counts: the other is refused."""
    documents: dict[str, Incoming] = {}
    refused: list[Refused] = []
    met = 0
    for number, line in _lines(path):
        met += 1
        where = f"{path}, ligne {number}"
        try:
            source = source_of(json.loads(line), collection=collection)
        except InputError as error:
            refused.append(Refused(origin=where, reason=error.message))
            continue
        except ValueError:
            refused.append(Refused(origin=where, reason="Cette ligne n’est pas du JSON."))
            continue
        made = incoming(source, origin=str(path.resolve()))
        if not made.passages:
            refused.append(Refused(origin=where, reason="Ce texte est vide.", id=source.id))
            continue
        if source.id in documents:
            refused.append(Refused(origin=where, reason="Un autre document a cet identifiant."))
            continue
        documents[source.id] = made
    return Gathered(documents=tuple(documents.values()), refused=tuple(refused), met=met)


def source_of(row: Any, *, collection: str = "documents") -> Source:
    """A document from one object. Raises ``InputError`` when ``id`` or ``texte`` is missing."""
    if not isinstance(row, Mapping):
        raise InputError("Cette ligne n’est pas un objet.")
    id_ = row.get("id")
    if not isinstance(id_, str | int) or isinstance(id_, bool) or not str(id_).strip():
        raise InputError("Il manque « id ».")
    text = row.get("texte")
    if not isinstance(text, str):
        raise InputError("Il manque « texte ».")
    summary = _text(row, "chapeau")
    return Source(
        id=str(id_),
        title=_text(row, "titre") or str(id_),
        text=text,
        collection=collection,
        date=_date(_text(row, "date")),
        url=_text(row, "url"),
        synonyms=_names(row.get("synonymes")),
        summary="" if summary and summary in text else summary,
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        # Only line feeds part lines: JSON may hold U+2028 and others inside a text.
        data = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise DocumentError(
            f"Le fichier « {path.name} » ne s’ouvre pas.", detail=str(error)
        ) from error
    for number, line in enumerate(data.split("\n"), start=1):
        if line.strip():
            yield number, line


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(name.strip() for name in value.split(",") if name.strip())
    if isinstance(value, list):
        return tuple(str(name).strip() for name in value if str(name).strip())
    return ()


def _date(text: str) -> date | None:
    """« 2024-05-03 », with or without an hour; anything else is no date."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
