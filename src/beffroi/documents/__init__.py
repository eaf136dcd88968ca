"""Documents of any format as numbered, addressable passages; and drafts back to files."""

from beffroi.documents.limits import Limits
from beffroi.documents.read import read, read_text
from beffroi.documents.types import Document, LeftOut, Passage

__all__ = ["Document", "LeftOut", "Limits", "Passage", "read", "read_text"]
