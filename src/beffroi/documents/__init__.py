"""Documents of any format as numbered, addressable passages; and drafts back to files."""

from beffroi.documents.blocks import parse
from beffroi.documents.export import ExportFormat, write
from beffroi.documents.limits import Limits
from beffroi.documents.marking import Marking, marking_of
from beffroi.documents.preview import page_image
from beffroi.documents.provenance import read_marking
from beffroi.documents.read import read, read_sheets, read_text
from beffroi.documents.types import Document, LeftOut, Passage, Sheet

__all__ = [
    "Document",
    "ExportFormat",
    "LeftOut",
    "Limits",
    "Marking",
    "Passage",
    "Sheet",
    "marking_of",
    "page_image",
    "parse",
    "read",
    "read_marking",
    "read_sheets",
    "read_text",
    "write",
]
