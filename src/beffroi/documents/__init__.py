"""Documents of any format as numbered, addressable passages; and drafts back to files."""

from beffroi.documents.types import Document, LeftOut, Passage

__all__ = ["Document", "LeftOut", "Passage"]
