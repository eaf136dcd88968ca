"""A result back from its JSON form (:mod:`.export`): to be corrected, compared or shown again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    answers = tuple(_answer(answer) for answer in data["answers"])
    held = _held(data, answers)
    return Result(
        question=data["question"],
        rows=data["rows"],
        accounting=data["accounting"],
        reasons={int(row): reason for row, reason in data["reasons"].items()},
        themes=tuple(_theme(theme, held) for theme in data["themes"]),
        answers=answers,
        weak_signals=tuple(
            WeakSignal(**{**signal, "reasons": tuple(signal["reasons"])})
            for signal in data["weak_signals"]
        ),
        contradictions=tuple(_pair(pair, held) for pair in data["contradictions"]),
        synthesis=tuple(_statement(s) for s in data["synthesis"]),
        tracks=tuple(_statement(s) for s in data["tracks"]),
        notices=tuple(data["notices"]),
    )


Place = tuple[int, int, int]


def _held(data: Mapping[str, Any], answers: Sequence[Sorted]) -> Mapping[Place, list[Idea]]:
    """The ideas that stand at the places that themes and pairs name."""
    places = [place for theme in data["themes"] for place in theme["verbatims"]]
    places += [pair[end] for pair in data["contradictions"] for end in ("first", "second")]
    rows = {place["row"] for place in places}
    found: dict[Place, list[Idea]] = defaultdict(list)
    for answer in answers:
        for idea in answer.ideas if answer.row in rows else ():
            found[idea.row, idea.start, idea.end].append(idea)
    return found


def _idea(place: Mapping[str, int], theme: str, held: Mapping[Place, list[Idea]]) -> Idea:
    """The idea of ``theme`` at a place: its own or that of a sub-theme, with its position."""
    found = held.get((place["row"], place["start"], place["end"]), ())
    inside = (i for i in found if i.theme == theme or i.theme.startswith(f"{theme}."))
    return next(inside, found[0] if found else _alone(place, theme))


def _alone(place: Mapping[str, int], theme: str) -> Idea:
    return Idea(row=place["row"], start=place["start"], end=place["end"], theme=theme)


def _theme(data: Mapping[str, Any], held: Mapping[Place, list[Idea]]) -> Theme:
    return Theme(
        **{
            **data,
            "words": tuple(data["words"]),
            "verbatims": tuple(_idea(place, data["id"], held) for place in data["verbatims"]),
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


def _pair(data: Mapping[str, Any], held: Mapping[Place, list[Idea]]) -> Contradiction:
    ends = {end: _idea(data[end], data["theme"], held) for end in ("first", "second")}
    return Contradiction(theme=data["theme"], subject=data["subject"], score=data["score"], **ends)


def _statement(data: Mapping[str, Any]) -> Statement:
    return Statement(text=data["text"], cites=tuple(data["cites"]), about=data.get("about", ""))
