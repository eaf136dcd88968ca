"""The meaning of a consultation's ideas: kept by the job, searched, drawn as a map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from beffroi.consultation import charts
from beffroi.consultation.map import IdeaMap, Layout, idea_map, lay_out, map_said, neighbours
from beffroi.consultation.search import (
    Found,
    Index,
    Remembering,
    by_meaning,
    from_bytes,
    index_of,
    to_bytes,
)
from beffroi.consultation.types import Answer, Result
from beffroi.embedding.local import LocalEmbedder
from beffroi_web.consultation import shelf
from beffroi_web.consultation.models import Consultation


def keep(number: str, result: Result, answers: Sequence[Answer], memory: Remembering) -> str:
    """Write the meanings and the map of a consultation; the name of the file. Called by the job,
    again if it was killed: the same name, the same content."""
    index = index_of(result, answers, memory.known)
    layout = lay_out(result, index)
    name = f"consultations/sens-{number}.npz"
    default_storage.delete(name)
    content = to_bytes(index, spots=layout.spots, dots=layout.dots)
    return str(default_storage.save(name, ContentFile(content)))


def known(row: Consultation, answers: Sequence[Answer]) -> dict[str, Any]:
    """The passages whose meaning was read already, with their vectors."""
    if not row.sense:
        return {}
    index, _ = opened(row)
    texts = {answer.row: answer.text for answer in answers}
    places = zip(index.places.tolist(), index.vectors, strict=True)
    return {texts[number][start:end]: vector for (number, start, end), vector in places}


def opened(row: Consultation) -> tuple[Index, Layout]:
    """The meanings and the map that the job wrote."""
    with row.sense.open("rb") as file:
        index, more = from_bytes(file.read())
    return index, Layout(spots=more["spots"], dots=more["dots"].astype("int64"))


def near(row: Consultation) -> Callable[[str], Sequence[Found]] | None:
    """The search by meaning; nothing when the consultation was analysed without it."""
    if not row.sense:
        return None
    return lambda query: by_meaning(opened(row)[0], query, LocalEmbedder())


def mapped(row: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """The page of the map, for the template."""
    result, answers = shelf.opened(row)
    drawn = idea_map(result, answers, *opened(row))
    theme = asked.get("theme", "")
    theme = theme if theme in {area.id for area in drawn.areas} else ""
    page = reverse("consultation:reponses", args=[row.pk])
    return {
        **shelf.heading(row, result, answers, "carte"),
        "said": map_said(drawn),
        "drawing": charts.drawn_map(drawn, link=lambda n: f"{page}?reponse={n}", theme=theme),
        "legend": [(area, charts.key(area.number - 1)) for area in drawn.areas],
        "theme": theme,
        "table": _table(drawn),
    }


def _table(drawn: IdeaMap) -> list[dict[str, Any]]:
    """What the map says, a line a theme."""
    close = neighbours(drawn)
    return [
        {"area": area, "near": close.get(area.id, ""), "dot": drawn.middle(area)}
        for area in drawn.areas
    ]
