"""What the corrections of people teach: the page that proposes what would follow. Reads only."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from beffroi.consultation.shown import shown
from beffroi.consultation.teach import Proposal, proposals
from beffroi.consultation.types import Answer, Result
from beffroi_web.consultation import meaning, shelf
from beffroi_web.consultation.models import Consultation


def lessons(row: Consultation) -> dict[str, Any]:
    """The page: each answer that would follow, from where, to where, and like which."""
    result, answers = shelf.opened(row)
    return {
        **shelf.heading(row, result, answers, "decisions"),
        "moved": len(shelf.moved(row)),
        "lines": [_line(proposal, result, answers) for proposal in _proposed(row, result)],
    }


def _proposed(row: Consultation, result: Result) -> tuple[Proposal, ...]:
    if not row.sense:
        return ()
    index, _ = meaning.opened(row)
    return proposals(result, index, shelf.moved(row))


def _line(proposal: Proposal, result: Result, answers: tuple[Answer, ...]) -> dict[str, Any]:
    titles = {theme.id: theme.title for theme in result.themes}
    texts = {answer.row: answer.text for answer in answers}
    return {
        "row": proposal.row,
        "text": shown(texts[proposal.row]),
        "before": titles.get(proposal.before, "aucun thème"),
        "theme": titles[proposal.theme],
        "like": proposal.like,
        "like_text": shown(texts[proposal.like]),
    }


def accepted(row: Consultation, data: QueryDict) -> dict[str, str]:
    """Row → theme of the answers that the person ticked, among those proposed."""
    result, _ = shelf.opened(row)
    ticked = set(data.getlist("reponse"))
    return {str(p.row): p.theme for p in _proposed(row, result) if str(p.row) in ticked}
