"""A result as plain data, for programs and files. Offsets are characters of the answer's text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from beffroi.consultation.types import Idea, Result, Sorted, Statement, Theme


def as_data(result: Result) -> dict[str, Any]:
    """The JSON form of a result, as ``beffroi ecouter`` writes it in ``resultat.json``."""
    return {**_head(result), "answers": [_answer(answer) for answer in result.answers]}


def as_json(result: Result) -> Iterator[str]:
    """The same as text, an answer a line: a million answers are never all in memory twice."""
    head = json.dumps(_head(result), ensure_ascii=False, indent=1)
    yield f'{head[:-2]},\n "answers": ['
    for place, answer in enumerate(result.answers):
        yield ",\n  " * bool(place) or "\n  "
        yield json.dumps(_answer(answer), ensure_ascii=False)
    yield "\n ]\n}\n"


def _head(result: Result) -> dict[str, Any]:
    """All but the answers."""
    return {
        "question": result.question,
        "rows": result.rows,
        "accounting": dict(result.accounting),
        "reasons": {str(row): reason for row, reason in result.reasons.items()},
        "themes": [_theme(theme) for theme in result.themes],
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
        "synthesis": [_statement(said) for said in result.synthesis],
        "tracks": [_statement(said) for said in result.tracks],
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


def _statement(said: Statement) -> dict[str, Any]:
    return {"text": said.text, "cites": list(said.cites), "about": said.about}


def _idea(idea: Idea) -> dict[str, Any]:
    return {"start": idea.start, "end": idea.end, "theme": idea.theme, "position": idea.position}


def _place(idea: Idea) -> Mapping[str, int]:
    return {"row": idea.row, "start": idea.start, "end": idea.end}
