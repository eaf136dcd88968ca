"""Reading documents and putting them in the index, a few at a time."""

from __future__ import annotations

from typing import Any

from beffroi_web.jobs.port import Context, handler
from beffroi_web.knowledge import actions
from beffroi_web.knowledge.models import Collection, Document, State
from beffroi_web.knowledge.reading import read_all
from beffroi_web.look.typography import counted

#: Documents of one step: a process that dies takes up again after the last one.
AT_ONCE = 20


@handler(actions.READING, title="Lire des documents")
def lire(context: Context) -> dict[str, Any]:
    """Read the documents and index them; gives how many of each state."""
    return _read(context, context.args["documents"])


def _read(context: Context, numbers: list[int]) -> dict[str, Any]:
    steps = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    context.steps(len(steps))
    states: dict[str, int] = {State.INDEXE.value: 0, State.ECARTE.value: 0}
    for place, some in enumerate(steps):
        label = f"{counted(place * AT_ONCE, 'document lu', 'documents lus')} sur {len(numbers)}"
        found = context.step(f"lecture-{some[0]}", label, lambda some=some: _some(some))
        for state, count in found.items():
            states[state] += count
    return states


def _some(numbers: list[int]) -> dict[str, int]:
    rows = Document.objects.across("a job knows its documents by their numbers")
    waiting = list(rows.filter(pk__in=numbers).select_related("collectivite"))
    read_all(waiting)
    states = [row.state for row in waiting]
    return {State.INDEXE.value: states.count(State.INDEXE), State.ECARTE.value: states.count(State.ECARTE)}
