"""A result as plain data, for programs and files. Offsets are characters of the answer's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from beffroi.consultation.types import Idea, Result, Sorted, Theme


def as_data(result: Result) -> dict[str, Any]:
    """The JSON form of a result, as ``beffroi ecouter`` writes it in ``resultat.json``."""
    return {
        "question": result.question,
        "rows": result.rows,
        "accounting": dict(result.accounting),
        "reasons": {str(row): reason for row, reason in result.reasons.items()},
        "themes": [_theme(theme) for theme in result.themes],
        "answers": [_answer(answer) for answer in result.answers],
        "weak_signals": [
            {
                "row": signal.row,
                "start": signal.start,
                "end": signal.end,
                "reasons": list(signal.reasons),
                "urgency": signal.urgency,
            }
            for signal in result.weak_signals
        ],
        "contradictions": [
            {
                "theme": pair.theme,
                "subject": pair.subject,
                "score": pair.score,
                "first": _place(pair.first),
                "second": _place(pair.second),
            }
            for pair in result.contradictions
        ],
        "synthesis": [{"text": s.text, "cites": list(s.cites)} for s in result.synthesis],
        "tracks": [{"text": s.text, "cites": list(s.cites)} for s in result.tracks],
        "notices": list(result.notices),
    }


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "title": theme.title,
        "description": theme.description,
        "parent": theme.parent,
        "n_answers": theme.n_answers,
        "n_people": theme.n_people,
        "positions": dict(theme.positions),
        "words": list(theme.words),
        "verbatims": [_place(idea) for idea in theme.verbatims],
    }


def _answer(answer: Sorted) -> dict[str, Any]:
    return {
        "row": answer.row,
        "themes": list(answer.themes),
        "position": answer.position,
        "ideas": [_idea(idea) for idea in answer.ideas],
        "flags": list(answer.flags),
        "decided_by": answer.decided_by,
        "copy_of": answer.copy_of,
    }


def _idea(idea: Idea) -> dict[str, Any]:
    return {"start": idea.start, "end": idea.end, "theme": idea.theme, "position": idea.position}


def _place(idea: Idea) -> Mapping[str, int]:
    return {"row": idea.row, "start": idea.start, "end": idea.end}
