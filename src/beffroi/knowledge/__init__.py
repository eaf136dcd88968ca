"""The documents of an authority, found again by whoever asks."""

from beffroi.knowledge.types import Found, Hit, Index, Passage, Source, Understood

__all__ = ["Found", "Hit", "Index", "Passage", "Source", "Understood"]
