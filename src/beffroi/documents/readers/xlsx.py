"""The xlsx files."""

from __future__ import annotations

from beffroi.documents.assemble import Found
from beffroi.documents.limits import Limits
from beffroi.documents.readers.sheets import found_in, sheets_of_workbook


def read(data: bytes, limits: Limits) -> Found:
    """The cells of the visible sheets, with the values that they show."""
    sheets, left_out = sheets_of_workbook(data, limits)
    return found_in(sheets, "xlsx", left_out)
