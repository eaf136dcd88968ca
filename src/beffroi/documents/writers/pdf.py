"""PDF: tagged (PDF/UA-1), typeset by typst, with its provenance in the XMP metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from beffroi.documents import falc
from beffroi.documents.blocks import Block, Heading, ListItem, Quote, Runs, Table
from beffroi.documents.export import Export
from beffroi.documents.marking import sentence
from beffroi.documents.typesetting import typeset
from beffroi.documents.xmp import mark_pdf

_TEMPLATE = Path(__file__).with_name("document.typ")


def write(export: Export) -> bytes:
    """The PDF of ``export``."""
    marking = export.marking
    is_falc = export.layout == "falc"
    blocks = falc.one_sentence_a_line(export.blocks) if is_falc else export.blocks
    data = {
        "title": export.title,
        "author": marking.reviewer or marking.author or marking.collectivite,
        "description": sentence(marking),
        "language": export.language,
        "layout": export.layout,
        "collectivite": marking.collectivite,
        "mention": sentence(marking) if marking.visible else "",
        "falc_mention": falc.MENTION,
        "falc_size": falc.TEXT_SIZE,
        "blocks": list(_as_data(blocks)),
    }
    pdf = typeset(_TEMPLATE.read_text("utf-8"), data, at=marking.reviewed_at or marking.created_at)
    return mark_pdf(pdf, marking)


def _as_data(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Blocks as JSON; items that follow one another become one list, titles start at level 1."""
    level = 0
    items: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, ListItem):
            kind = "bullets" if block.number is None else "numbers"
            runs = _runs(block.runs)
            if not items or items[-1]["kind"] != kind:
                items.append({"kind": kind, "items": []})
            items[-1]["items"].append(
                runs if block.number is None else {"number": block.number, "runs": runs}
            )
            continue
        yield from items
        items = []
        if isinstance(block, Heading):
            # PDF/UA-1, 7.4.2: the first title is of level 1 and none is skipped.
            level = min(block.level, level + 1)
            yield {"kind": "heading", "level": level, "runs": _runs(block.runs)}
        elif isinstance(block, Table):
            yield {"kind": "table", "header": block.header, "rows": block.rows}
        else:
            kind = "quote" if isinstance(block, Quote) else "paragraph"
            yield {"kind": kind, "runs": _runs(block.runs)}
    yield from items


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": run.bold} for run in runs]
