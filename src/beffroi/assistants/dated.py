"""Documents so old that what they say may have changed, and deadlines that are past: told, never
hidden."""

from __future__ import annotations

import re
from datetime import date

from beffroi.assistants.types import Answer, Citation
from beffroi.findings import Finding, Span
from beffroi.french.dates import dates
from beffroi.french.flat import bare_same_length, flat
from beffroi.knowledge import Found

#: Years after which a dated document is said to be old.
YEARS = 3
#: What makes of the date that follows a deadline.
_UNTIL = re.compile(
    r"(?:jusqu'(?:au|en|a)|avant(?: le| fin)?|au plus tard(?: le)?|expire\w*(?: le)?|fin(?: le)?"
    r"|date limite\W{0,3}(?:est |fixee )?(?:le|au)?) ?$"
)


def old_passages(whole: Answer, found: Found, today: date) -> tuple[Finding, ...]:
    """A finding for each cited document dated more than three years before ``today``."""
    dates = {hit.source.id: hit.source.date for hit in found.hits}
    cited = {item.document_id: item for item in whole.citations}
    told = []
    for id_, item in cited.items():
        written = dates.get(id_)
        if written is not None and (today - written).days > 365 * YEARS:
            told.append(
                Finding(
                    type="source.ancienne",
                    severity="a_verifier",
                    title="Document ancien",
                    message=f"«\N{NO-BREAK SPACE}{item.title}\N{NO-BREAK SPACE}» date du "
                    f"{written:%d/%m/%Y}. Vérifiez que ce qu’il dit vaut encore.",
                    source=item.span,
                    source_text=item.text,
                )
            )
    return tuple(told)


def past_deadlines(whole: Answer, today: date) -> tuple[Finding, ...]:
    """A finding for each cited passage that gives a deadline before ``today``: the first of it."""
    told = []
    for cited in whole.citations:
        past = _past(cited.text, today)
        if past is not None:
            told.append(_deadline(cited, past))
    return tuple(told)


def _past(text: str, today: date) -> Span | None:
    plain = bare_same_length(flat(text))
    for found in dates(text):
        lead = _UNTIL.search(plain[max(0, found.span.start - 30) : found.span.start])
        if lead and found.year and found.month and found.day:
            try:
                over = date(found.year, found.month, found.day) < today
            except ValueError:
                continue
            if over:
                return Span(start=found.span.start - len(lead[0]), end=found.span.end)
    return None


def _deadline(cited: Citation, past: Span) -> Finding:
    start = cited.span.start
    return Finding(
        type="source.echue",
        severity="a_verifier",
        title="Échéance passée",
        message=f"«\N{NO-BREAK SPACE}{cited.title}\N{NO-BREAK SPACE}» donne une échéance passée"
        f"\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}{past.of(cited.text)}\N{NO-BREAK SPACE}». "
        "Vérifiez que ce passage vaut encore.",
        source=Span(start=start + past.start, end=start + past.end),
        source_text=past.of(cited.text),
    )
