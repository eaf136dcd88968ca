"""Tables as text, with any of the usual separators."""

from __future__ import annotations

from collections import Counter

from beffroi.documents.assemble import Found
from beffroi.documents.limits import Limits
from beffroi.documents.readers.sheets import found_in, sheets_of_csv


def read(data: bytes, limits: Limits) -> Found:
    """Every cell that holds something."""
    return found_in(sheets_of_csv(data, limits), "csv", Counter())
