"""Documents so old that what they say may have changed: told, never hidden."""

from __future__ import annotations

from datetime import date

from beffroi.assistants.types import Answer
from beffroi.findings import Finding
from beffroi.knowledge import Found

#: Years after which a dated document is said to be old.
YEARS = 3


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
