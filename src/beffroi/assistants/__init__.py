"""Assistants made for one authority, answering from its own documents with proof."""

from beffroi.assistants.answer import answer
from beffroi.assistants.assistant import PLAIN, Assistant
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
    "PLAIN",
    "Answer",
    "Answered",
    "Assistant",
    "Citation",
    "Contact",
    "Event",
    "Passages",
    "Piece",
    "Sentence",
    "Turn",
    "answer",
]
