"""Assistants made for one authority, answering from its own documents with proof."""

from beffroi.assistants.types import (
    Answer,
    Answered,
    Citation,
    Contact,
    Event,
    Passages,
    Piece,
    Sentence,
    Turn,
)

__all__ = [
    "Answer",
    "Answered",
    "Citation",
    "Contact",
    "Event",
    "Passages",
    "Piece",
    "Sentence",
    "Turn",
]
