"""A result back from its JSON form (:mod:`.export`): to be corrected, compared or shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from beffroi.consultation.types import (
    MACHINE,
    Contradiction,
    Idea,
    Result,
    Sorted,
    Statement,
    Theme,
    WeakSignal,
)


def from_data(data: Mapping[str, Any]) -> Result:
    """The result that :func:`beffroi.consultation.export.as_data` gave."""
    return Result(
        question=data["question"],
        rows=data["rows"],
        accounting=data["accounting"],
        reasons={int(row): reason for row, reason in data["reasons"].items()},
        themes=tuple(_theme(theme) for theme in data["themes"]),
        answers=tuple(_answer(answer) for answer in data["answers"]),
        weak_signals=tuple(
            WeakSignal(**{**signal, "reasons": tuple(signal["reasons"])})
            for signal in data["weak_signals"]
        ),
        contradictions=tuple(_pair(pair) for pair in data["contradictions"]),
        synthesis=tuple(_statement(s) for s in data["synthesis"]),
        tracks=tuple(_statement(s) for s in data["tracks"]),
        notices=tuple(data["notices"]),
    )


def _theme(data: Mapping[str, Any]) -> Theme:
    return Theme(
        **{
            **data,
            "words": tuple(data["words"]),
            "verbatims": tuple(Idea(**place, theme=data["id"]) for place in data["verbatims"]),
        }
    )


def _answer(data: Mapping[str, Any]) -> Sorted:
    return Sorted(
        row=data["row"],
        themes=tuple(data["themes"]),
        position=data["position"],
        ideas=tuple(Idea(row=data["row"], **idea) for idea in data["ideas"]),
        flags=tuple(data["flags"]),
        decided_by=data.get("decided_by", MACHINE),
        copy_of=data.get("copy_of"),
    )


def _pair(data: Mapping[str, Any]) -> Contradiction:
    ends = {end: Idea(**data[end], theme=data["theme"]) for end in ("first", "second")}
    return Contradiction(theme=data["theme"], subject=data["subject"], score=data["score"], **ends)


def _statement(data: Mapping[str, Any]) -> Statement:
    return Statement(text=data["text"], cites=tuple(data["cites"]))
