"""The page of counts: where each row of the file is, and why. Reads only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator

from beffroi.consultation.report import STATUS_NAMES
from beffroi.consultation.shown import shown
from beffroi.consultation.types import Answer, Result
from beffroi_web.consultation import shelf
from beffroi_web.consultation.models import Consultation

PER_PAGE = 20
#: Texts received several times that a page lists, the most frequent first.
MOST_REPEATED = 100


def tally(row: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """The counts by status, whose sum is the rows; the rows set aside for the reason asked for;
    the texts received several times."""
    result, answers = shelf.opened(row)
    texts = {answer.row: answer for answer in answers}
    reasons = aside(result)
    names = [reason for reason, _ in reasons]
    chosen = asked.get("raison", "")
    chosen = chosen if chosen in names else ""
    rows = dict(reasons).get(chosen, [])
    page = Paginator(rows, PER_PAGE).get_page(asked.get("page"))
    return {
        **shelf.heading(row, result, answers, "comptes"),
        "counts": [(key, STATUS_NAMES[key], result.accounting.get(key, 0)) for key in STATUS_NAMES],
        "total": result.rows,
        "placed": Counter("sans" if not a.themes else "avec" for a in result.answers),
        "reasons": [(reason, len(found)) for reason, found in reasons],
        "chosen": chosen,
        "page": page,
        "lines": [(number, shown(texts[number].text)) for number in page.object_list],
        "repeated": repeated(result, texts),
    }


def aside(result: Result) -> list[tuple[str, list[int]]]:
    """Reason → the rows that were not analysed for it, the most frequent first."""
    analysed = {answer.row for answer in result.answers}
    found: dict[str, list[int]] = defaultdict(list)
    for number, reason in result.reasons.items():
        if number not in analysed:
            found[reason].append(number)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def repeated(result: Result, texts: Mapping[int, Answer]) -> list[dict[str, Any]]:
    """Each text received several times: its ideas count once, each row of it counts."""
    copies: dict[int, list[int]] = defaultdict(list)
    for answer in result.answers:
        if answer.copy_of is not None:
            copies[answer.copy_of].append(answer.row)
    ranked = sorted(copies.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        {"row": first, "text": shown(texts[first].text), "times": len(rows) + 1, "copies": rows}
        for first, rows in ranked[:MOST_REPEATED]
    ]
