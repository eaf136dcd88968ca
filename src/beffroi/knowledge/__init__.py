"""The documents of an authority, found again by whoever asks."""

from beffroi.knowledge.index import EmbeddedIndex, Incoming, digest, incoming
from beffroi.knowledge.segment import segment
from beffroi.knowledge.store import Kept
from beffroi.knowledge.types import Found, Hit, Index, Passage, Source, Understood

__all__ = [
    "EmbeddedIndex",
    "Found",
    "Hit",
    "Incoming",
    "Index",
    "Kept",
    "Passage",
    "Source",
    "Understood",
    "digest",
    "incoming",
    "segment",
]
