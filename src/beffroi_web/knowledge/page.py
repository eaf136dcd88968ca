"""The text of a document as numbered paragraphs, one passage of it in sight. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.findings import Span
from beffroi_web.clarifier.highlight import Block, Mark, blocks, cut


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """``number`` counts from 1 and names its anchor (``#p12``)."""

    number: int
    block: Block


def paragraphs(text: str, passage: Span | None) -> list[Paragraph]:
    """The paragraphs, titles and items of ``text``; the characters of ``passage`` are marked."""
    marks = []
    if passage is not None:
        marks = [Mark(start=passage.start, end=passage.end, number=1, severity="information")]
    return [
        Paragraph(number=number, block=block)
        for number, block in enumerate(blocks(text, marks), start=1)
    ]


def number_at(text: str, offset: int) -> int:
    """The number of the paragraph that holds the character ``offset``; 1 before the first."""
    return max(1, sum(1 for _, _, start, _ in cut(text) if start <= offset))


def place(text: str, passage: Span) -> str:
    """The end of the address that shows ``passage``: ``?de=120&a=340#p12``."""
    number = number_at(text, passage.start)
    return f"?de={passage.start}&a={passage.end}#p{number}"


def passage_of(start: str, end: str, *, length: int) -> Span | None:
    """The passage that an address names; nothing when it is not one of this text."""
    if not (start.isdecimal() and end.isdecimal()) or len(start) > 9 or len(end) > 9:
        return None
    first, last = int(start), min(int(end), length)
    return Span(start=first, end=last) if first < last else None
