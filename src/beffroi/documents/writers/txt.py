"""Plain text (UTF-8): the light text without its signs, and one line for machines at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beffroi.documents.blocks import Block, Heading, ListItem, Quote, Table, plain
from beffroi.documents.export import Export
from beffroi.documents.marking import sentence, to_json

#: The last line of a text file bears its provenance between these two.
MARK_START, MARK_END = "[Provenance\u00a0: ", "]"


def write(export: Export) -> bytes:
    """The text of ``export``, its visible mention if asked, and its provenance."""
    marking = export.marking
    end = [sentence(marking)] if marking.visible else []
    end.append(MARK_START + to_json(marking) + MARK_END)
    return ("".join(_text(export.blocks)) + "\n\n-- \n" + "\n".join(end) + "\n").encode()


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before is not None:
            together = isinstance(block, ListItem) and isinstance(before, ListItem)
            yield "\n" if together else "\n\n"
        yield _block(block)
        before = block


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(row) for row in (block.header, *block.rows))
    text = plain(block.runs)
    if isinstance(block, Heading):
        return f"{text}\n{'=' * len(text)}" if block.level == 1 else text
    if isinstance(block, ListItem):
        return f"- {text}" if block.number is None else f"{block.number}. {text}"
    return f"«\u00a0{text}\u00a0»" if isinstance(block, Quote) and "«" not in text else text
