"""The facts of a text, with their places: one file a family, the most precise read first."""

from __future__ import annotations

from collections.abc import Callable

from beffroi.fidelity.facts.contacts import read_contacts
from beffroi.fidelity.facts.counts import read_counts, read_ranks
from beffroi.fidelity.facts.dates import read_dates
from beffroi.fidelity.facts.legal import read_legal
from beffroi.fidelity.facts.measures import read_amounts, read_durations
from beffroi.fidelity.facts.reading import Reading
from beffroi.fidelity.facts.times import read_times
from beffroi.fidelity.facts.votes import read_votes
from beffroi.fidelity.facts.weekdays import read_weekdays
from beffroi.fidelity.types import Fact

#: The order matters: a character belongs to the first reader that claims it.
READERS: tuple[Callable[[Reading], None], ...] = (
    read_contacts,
    read_legal,
    read_dates,
    read_times,
    read_weekdays,
    read_amounts,
    read_durations,
    read_votes,
    read_ranks,
    read_counts,
)


def facts(text: str) -> list[Fact]:
    """Every fact of ``text`` in reading order, spans in ``text``; two never overlap."""
    reading = Reading(text)
    for read in READERS:
        read(reading)
    return sorted(reading.facts, key=lambda fact: fact.span)
