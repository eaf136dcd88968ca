"""Personal data that the draft holds and that nobody gave."""

from __future__ import annotations

import re

from beffroi.findings import CheckContext, Finding, Span


def check_personal_data(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking: a telephone, an address, a number of a person… absent from all that was given."""
    from beffroi.privacy import detect

    known = _bare("\n".join((source, context.sheet, *context.values.values())))
    return [
        Finding(
            type="confidentialite.ajoutee",
            severity="bloquant",
            title="Donnée personnelle ajoutée",
            message="Cette donnée n’est ni dans l’original ni dans ce que vous avez saisi.",
            draft=Span(start=mention.start, end=mention.end),
            draft_text=mention.text,
        )
        for mention in detect(draft)
        if mention.kind not in ("person", "address", "birth_date", "other")
        and _bare(mention.text) not in known
    ]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
