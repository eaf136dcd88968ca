"""Rows of the database ↔ types of the core."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, cast

from beffroi.documents import Document
from beffroi.drafting import Draft as Written
from beffroi.drafting import Modele, Provenance, Request
from beffroi.findings import Finding, Severity, Span
from beffroi.llm.types import UNKNOWN_ENERGY, Energy
from beffroi_web.clarifier.models import Draft, Point, Source, Version


def left_out_of(document: Document) -> list[dict[str, Any]]:
    """What the reader met and did not read, as JSON."""
    return [asdict(item) for item in document.left_out]


def request_of(draft: Draft, modele: Modele) -> Request:
    """What the chain is asked: the source in the field of the modèle that takes a document."""
    field = modele.document_field
    values = {name: str(value) for name, value in draft.values.items()}
    if field is not None:
        values[field.name] = draft.source.text
    return Request(
        modele=modele.name,
        values=values,
        data_class=cast(Any, draft.data_class),
        source_name=draft.source.file_name or draft.source.title,
        collectivite=draft.collectivite.name,
        author=draft.owner.name,
        sheet=draft.collectivite.sheet,
    )


def written_to_json(written: Written) -> dict[str, Any]:
    """A draft of the chain as JSON: it goes from one step of a job to the next."""
    return {
        "text": written.text,
        "source": written.source,
        "floor": written.floor,
        "notices": list(written.notices),
        "provenance": provenance_to_json(written.provenance),
        "findings": [finding_to_json(finding) for finding in written.findings],
    }


def provenance_to_json(provenance: Provenance) -> dict[str, Any]:
    values = {name: getattr(provenance, name) for name in provenance.__dataclass_fields__}
    values["energy"] = {
        "watt_hours": provenance.energy.watt_hours,
        "method": provenance.energy.method,
    }
    values["masked"] = dict(provenance.masked)
    values["options"] = dict(provenance.options)
    for name in ("created_at", "reviewed_at"):
        values[name] = values[name].isoformat() if values[name] else None
    return values


def provenance_of(version: Version) -> Provenance:
    """Where the words of a version come from; fields of a later Beffroi are ignored."""
    values = {k: v for k, v in version.provenance.items() if k in Provenance.__dataclass_fields__}
    energy = values.pop("energy", None)
    for name in ("created_at", "reviewed_at"):
        values[name] = datetime.fromisoformat(values[name]) if values.get(name) else None
    values.setdefault("modele", version.draft.modele)
    values.setdefault("modele_version", version.draft.modele_version)
    return replace(Provenance(**values), energy=Energy(**energy) if energy else UNKNOWN_ENERGY)


def finding_to_json(finding: Finding) -> dict[str, Any]:
    return {
        "type": finding.type,
        "severity": finding.severity,
        "title": finding.title[:300],
        "message": finding.message,
        "source_start": finding.source.start if finding.source else None,
        "source_end": finding.source.end if finding.source else None,
        "draft_start": finding.draft.start if finding.draft else None,
        "draft_end": finding.draft.end if finding.draft else None,
        "source_text": finding.source_text,
        "draft_text": finding.draft_text,
        "suggestion": finding.suggestion,
        "reference": finding.reference[:300],
    }


def finding_of(point: Point) -> Finding:
    """The row as the core knows it."""
    return Finding(
        type=point.type,
        severity=cast(Severity, point.severity),
        title=point.title,
        message=point.message,
        source=_span(point.source_start, point.source_end),
        draft=_span(point.draft_start, point.draft_end),
        source_text=point.source_text,
        draft_text=point.draft_text,
        suggestion=point.suggestion,
        reference=point.reference,
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start=start, end=end)


def source_from(document: Document, *, title: str, file_name: str) -> Source:
    """An unsaved row made of what was read."""
    return filled(Source(), document, title=title, file_name=file_name)


def filled(source: Source, document: Document, *, title: str, file_name: str) -> Source:
    """``source`` with what was read of its file."""
    source.title, source.file_name = title[:200], file_name[:255]
    source.text, source.format, source.pages = document.text, document.format, document.pages
    source.left_out = left_out_of(document)
    source.sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    return source
