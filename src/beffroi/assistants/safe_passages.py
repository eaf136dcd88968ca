"""Passages that speak to the machine: told as findings, their orders left out of what is used."""

from __future__ import annotations

from dataclasses import dataclass, replace

from beffroi.assistants.document_orders import in_hits, orders_of, speaks_to_machine
from beffroi.findings import Finding, Span
from beffroi.french import sentences
from beffroi.knowledge import Found, Hit


@dataclass(frozen=True, kw_only=True, slots=True)
class Safe:
    """``found`` whose passages hold no order; ``findings`` are the places of the orders."""

    found: Found
    findings: tuple[Finding, ...]


def without_orders(found: Found) -> Safe:
    """``found`` with each passage cut around the sentences that give an order to a machine.

    What remains of a passage is in order, each piece an exact stretch of its source.
    """
    hits = tuple(piece for hit in found.hits for piece in _pieces(hit))
    return Safe(
        found=replace(found, hits=hits, answerable=found.answerable and bool(hits)),
        findings=in_hits(found.hits),
    )


def _pieces(hit: Hit) -> list[Hit]:
    orders = orders_of(hit)
    hit = _named(hit)
    if not orders:
        return [hit]
    whole = hit.passage.span
    starts = [whole.start, *(span.end for span in orders)]
    ends = [*(span.start for span in orders), whole.end]
    kept = [_trimmed(hit.source.text, start, end) for start, end in zip(starts, ends, strict=True)]
    return [
        replace(hit, passage=replace(hit.passage, span=span, text=span.of(hit.source.text)))
        for span in kept
        if span is not None
    ]


def _named(hit: Hit) -> Hit:
    """``hit`` whose titles give no order: they are shown and read too."""
    title = _plain(hit.source.title)
    path = tuple(part for part in hit.passage.heading_path if not speaks_to_machine(part))
    if title == hit.source.title and path == hit.passage.heading_path:
        return hit
    source = replace(hit.source, title=title or hit.source.id)
    return replace(hit, source=source, passage=replace(hit.passage, heading_path=path))


def _plain(title: str) -> str:
    """``title`` without the sentences that give an order."""
    spans = sentences(title)
    kept = [span.of(title) for span in spans if not speaks_to_machine(span.of(title))]
    return title if len(kept) == len(spans) else " ".join(kept)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None
