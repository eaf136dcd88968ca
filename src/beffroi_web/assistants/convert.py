"""Answers of the core ↔ JSON of the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from beffroi.assistants import Answer, Citation, Contact, Sentence, Turn
from beffroi.findings import Finding, Span
from beffroi.knowledge import Hit, Source
from beffroi_web.assistants import models


def hits_to_json(hits: Iterable[Hit]) -> list[dict[str, Any]]:
    """The passages found, without the texts of their documents."""
    return [
        {
            "document_id": hit.source.id,
            "title": hit.source.title,
            "url": hit.source.url,
            "start": hit.passage.span.start,
            "end": hit.passage.span.end,
            "text": hit.passage.text,
            "headings": list(hit.passage.heading_path),
            "page": hit.passage.page,
        }
        for hit in hits
    ]


def sentence_to_json(sentence: Sentence) -> dict[str, Any]:
    return asdict(sentence)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The answer without its completion, which the turn keeps in columns."""
    values = asdict(answer)
    del values["completion"]
    return values


def answer_from(values: Mapping[str, Any]) -> Answer:
    """The answer as the core knows it; fields of a later Beffroi are ignored."""
    known = {name: value for name, value in values.items() if name in Answer.__dataclass_fields__}
    lists = {
        "sentences": tuple(_sentence(item) for item in known.get("sentences", ())),
        "citations": tuple(_citation(item) for item in known.get("citations", ())),
        "findings": tuple(_finding(item) for item in known.get("findings", ())),
        "removed": tuple(known.get("removed", ())),
        "nearest": tuple((key, title) for key, title in known.get("nearest", ())),
    }
    contact = known.get("contact")
    return Answer(**{**known, **lists, "contact": Contact(**contact) if contact else None})


def _sentence(values: Mapping[str, Any]) -> Sentence:
    return Sentence(**{**values, "cites": tuple(values["cites"])})


def _citation(values: Mapping[str, Any]) -> Citation:
    return Citation(**{**values, "span": Span(**values["span"])})


def _finding(values: Mapping[str, Any]) -> Finding:
    spans = {name: Span(**values[name]) if values[name] else None for name in ("source", "draft")}
    return Finding(**{**values, **spans})


def history_of(turns: Iterable[models.Turn]) -> list[Turn]:
    """The conversation before, as the core reads it: only what was answered."""
    return [
        Turn(question=turn.question, answer=turn.answer["text"]) for turn in turns if turn.answer
    ]


def source_of(attachment: models.Attachment) -> Source:
    """A document dropped into a conversation, as an index takes it."""
    return Source(id=attachment.key, title=attachment.title, text=attachment.text)
