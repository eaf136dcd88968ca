"""Reading documents and putting them in the index, a few at a time."""

from __future__ import annotations

from typing import Any

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.port import Context, handler
from beffroi_web.jobs.retention import daily
from beffroi_web.knowledge import actions, remarked
from beffroi_web.knowledge.adding import READING
from beffroi_web.knowledge.following import VISITING
from beffroi_web.knowledge.models import Collection, Document, Feed, State
from beffroi_web.knowledge.reading import read_all
from beffroi_web.knowledge.visits import COUNTS, close, listed, unread, visit
from beffroi_web.look.typography import counted

#: Documents of one step: a process that dies takes up again after the last one.
AT_ONCE = 20


@handler(READING, title="Lire des documents")
def lire(context: Context) -> dict[str, Any]:
    """Read the documents and index them; gives how many of each state."""
    context.steps(-(-len(context.args["documents"]) // AT_ONCE))
    states = _read(context, context.args["documents"])
    return {**states, "remarques": _looked(context)}


@handler(VISITING, title="Mettre à jour des documents")
def visiter(context: Context) -> dict[str, Any]:
    """Visit every place that the collection follows, then read what still waits."""
    rows = Collection.objects.across("a job knows its collection by its number")
    collection = rows.get(pk=context.args["collection"])
    reports = [_visited(context, feed) for feed in collection.feeds.all()]
    waiting = context.step(
        f"reste-{len(reports)}", "Ce qui reste à lire", lambda: unread(collection)
    )
    states = _read(context, waiting)
    return {"visites": reports, **states, "remarques": _looked(context)}


def _looked(context: Context) -> int:
    number: int = context.args["collection"]
    label = "Ce qui a vieilli ou se contredit"
    return context.step("remarques", label, lambda: remarked.look(number))


def _visited(context: Context, feed: Feed) -> dict[str, Any]:
    found = context.step(
        f"liste-{feed.pk}", f"Visite de {feed.address}"[:200], lambda: listed(feed)
    )
    entries, counts = found.get("entrees", []), dict.fromkeys(COUNTS, 0)
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start : start + AT_ONCE]
        label = f"{feed.address} : {start} sur {len(entries)}"[-200:]

        def work(some: list[list[Any]] = some) -> dict[str, int]:
            return visit(feed, some, context.job.owner)

        for name, count in context.step(f"visite-{feed.pk}-{start}", label, work).items():
            counts[name] += count
    return context.step(
        f"bilan-{feed.pk}", "Bilan de la visite", lambda: close(feed, found, counts)
    )


def _read(context: Context, numbers: list[int]) -> dict[str, Any]:
    """Read those documents; how many are indexed, how many are left out."""
    steps = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    states: dict[str, int] = {State.INDEXE.value: 0, State.ECARTE.value: 0}
    for place, some in enumerate(steps):
        label = f"{counted(place * AT_ONCE, 'document lu', 'documents lus')} sur {len(numbers)}"

        def work(some: list[int] = some) -> dict[str, int]:
            return _some(some)

        for state, count in context.step(f"lecture-{some[0]}", label, work).items():
            states[state] += count
    return states


def _some(numbers: list[int]) -> dict[str, int]:
    rows = Document.objects.across("a job knows its documents by their numbers")
    waiting = list(rows.filter(pk__in=numbers).select_related("collectivite"))
    read_all(waiting)
    states = [row.state for row in waiting]
    return {state.value: states.count(state) for state in (State.INDEXE, State.ECARTE)}


@daily
def mend_all() -> int:
    """Index again what an index has lost, in every authority."""
    return sum(actions.mend(collectivite) for collectivite in Collectivite.objects.all())
