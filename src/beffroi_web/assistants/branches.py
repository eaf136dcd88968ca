"""The questions of a conversation as a tree: the branch shown, and those beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beffroi_web.assistants.models import Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A turn of the branch shown; ``before`` and ``after`` are its neighbours under the same
    parent, ``place`` its rank among the ``total`` of them, from 1."""

    turn: Turn
    place: int
    total: int
    before: Turn | None
    after: Turn | None


def branch(turns: Iterable[Turn], end: int | None) -> list[Step]:
    """The turns from the first question to the turn ``end``; the last one when it is not there."""
    rows = sorted(turns, key=lambda turn: turn.pk)
    known = {turn.pk: turn for turn in rows}
    turn = known.get(end or 0) or (rows[-1] if rows else None)
    path: list[Turn] = []
    while turn is not None:
        path.append(turn)
        turn = known.get(turn.parent_id or 0)
    return [_step(turn, rows) for turn in reversed(path)]


def end_of(turns: Iterable[Turn], start: Turn) -> Turn:
    """The end of the branch that goes through ``start``: the latest child, and so on."""
    rows = sorted(turns, key=lambda turn: turn.pk)
    end = start
    while below := [turn for turn in rows if turn.parent_id == end.pk]:
        end = below[-1]
    return end


def _step(turn: Turn, rows: list[Turn]) -> Step:
    beside = [row for row in rows if row.parent_id == turn.parent_id]
    place = beside.index(turn)
    return Step(
        turn=turn,
        place=place + 1,
        total=len(beside),
        before=beside[place - 1] if place else None,
        after=beside[place + 1] if place + 1 < len(beside) else None,
    )
