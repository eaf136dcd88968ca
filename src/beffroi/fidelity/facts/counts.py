"""What remains of the numbers: counts, codes, ranks. A lone « un » or « une » is not a fact."""

from __future__ import annotations

import re

from beffroi.fidelity.facts.reading import Reading
from beffroi.findings import Span
from beffroi.french.amounts import counted_by
from beffroi.french.numbers import ordinals

_LIST_MARK = re.compile(r"(?:^|\n)\s*(?:-\s*)?$")
_ORDINAL = re.compile(r" ?(?:e|er|ere|re|eme|emes|nd|nde)s?(?!\w)")
_NEW = re.compile(r" (?:\w+s|\w+x|elus?|places?|sur|fois)(?!\w)")


def read_ranks(reading: Reading) -> None:
    """« deuxième », « premier »: ranks, not counts."""
    for rank in ordinals(reading.text):
        if not re.search(r"\d $", reading.plain[: rank.span.start][-3:]):
            reading.add("nombre", (str(rank.value), "rang"), rank.span, bound="")


def read_counts(reading: Reading) -> None:
    for number in reading.numbers:
        if number.article or not reading.is_free(number.span):
            continue
        if _is_list_mark(reading.text, number.span) or _is_word_neuf(reading, number.span):
            continue
        ordinal = _ORDINAL.match(reading.plain, number.span.end)
        value = (str(number.value), "rang") if ordinal else (str(number.value),)
        span = Span(start=number.span.start, end=ordinal.end()) if ordinal else number.span
        reading.add(
            "nombre",
            value,
            span,
            approximate=True if number.collective else None,
            details=tuple(f"par:{p}" for p in counted_by(reading.plain, span.start, span.end)),
        )


def _is_list_mark(text: str, span: Span) -> bool:
    """« 1. », « 2) », « 3° » at the start of a line or after « ; » count the items of a list."""
    after = text[span.end : span.end + 2]
    if not re.match(r"[.)°/] ?|\)| -|[.] ", after):
        return False
    before = text[: span.start][-4:]
    return bool(
        _LIST_MARK.search(text[: span.start][-12:]) or re.search(r"[;:.] $", before) or not before
    )


def _is_word_neuf(reading: Reading, span: Span) -> bool:
    """« un logement neuf » is not nine of anything."""
    word = span.of(reading.plain)
    return word == "neuf" and not _NEW.match(reading.plain, span.end)
