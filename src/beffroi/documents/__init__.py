"""Documents of any format as numbered, addressable passages; and drafts back to files."""

from beffroi.documents.limits import Limits
from beffroi.documents.read import read, read_sheets, read_text
from beffroi.documents.types import Document, LeftOut, Passage, Sheet

__all__ = ["Document", "LeftOut", "Limits", "Passage", "Sheet", "read", "read_sheets", "read_text"]
