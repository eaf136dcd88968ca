"""A document cut into passages that can be shown, quoted and given to a small model.

About 60 to 130 words, within one section; a list is cut from the sentence that announces it only
when both do not fit, and every part keeps its heading path. No I/O here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from beffroi.documents.types import Document
from beffroi.findings import Span
from beffroi.french import sentences
from beffroi.knowledge.blocks import Block, blocks_of_document, blocks_of_text
from beffroi.knowledge.types import Passage

#: Words of a passage: what is aimed at, and what is not passed unless one sentence is longer.
AIM, MOST = 100, 135

#: The end of a section stays with what precedes it when it is this short.
TAIL = 35


def segment(document_id: str, text: str | Document) -> tuple[Passage, ...]:
    """The passages of ``text``, in order, numbered from 1: exact substrings that do not overlap.

    Titles are in ``heading_path`` of what follows them; a text of titles only has no passage.
    """
    whole = text if isinstance(text, str) else text.text
    blocks = blocks_of_text(text) if isinstance(text, str) else blocks_of_document(text)
    cuts = [cut for section in _sections(blocks) for cut in _cut(section, whole)]
    return tuple(
        Passage(
            document_id=document_id,
            number=number,
            span=Span(start=cut[0].span.start, end=cut[-1].span.end),
            text=whole[cut[0].span.start : cut[-1].span.end],
            heading_path=cut[0].path,
            page=cut[0].page,
        )
        for number, cut in enumerate(cuts, start=1)
    )


def _sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Runs of blocks without a title between them, nor a change of heading path."""
    for is_title, run in groupby(blocks, key=lambda b: b.kind == "titre"):
        if not is_title:
            for _, section in groupby(run, key=lambda b: b.path):
                yield list(section)


def _cut(section: list[Block], text: str) -> Iterator[list[Block]]:
    pieces = [piece for block in section for piece in _pieces(block, text)]
    weights = [_weight(piece, text) for piece in pieces]
    aim = _aim(sum(weights))
    current: list[Block] = []
    size, left = 0, sum(weights)
    for piece, weight in zip(pieces, weights, strict=True):
        full = size + weight > MOST or (size >= aim and piece.kind != "element")
        tail = left <= TAIL and size + left <= MOST + TAIL
        left -= weight
        if current and full and not tail:
            kept = _lead_in(current, text)
            yield current[: len(current) - len(kept)] or current
            current = kept if len(kept) < len(current) else []
            size = sum(_weight(block, text) for block in current)
        current.append(piece)
        size += weight
    if current:
        yield current


def _aim(total: int) -> float:
    """Words at which a passage may end, so that the parts of a section are of like size."""
    parts = max(1, round(total / AIM))
    return 0.85 * total / parts


def _lead_in(blocks: list[Block], text: str) -> list[Block]:
    """The last block when it announces what follows: it goes with it."""
    ends = blocks[-1].span.of(text).rstrip().endswith(":")
    return blocks[-1:] if ends and len(blocks) > 1 else []


def _pieces(block: Block, text: str) -> Iterator[Block]:
    """``block``, or its sentences when it is longer than a passage."""
    if _weight(block, text) <= MOST:
        yield block
        return
    for span in sentences(block.span.of(text)):
        start, end = block.span.start + span.start, block.span.start + span.end
        yield Block(span=Span(start=start, end=end), kind="texte", page=block.page, path=block.path)


def _weight(block: Block, text: str) -> int:
    return len(block.span.of(text).split())
