"""What measuring clarity gives. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["bas", "haut"]
Trend = Literal["mieux", "egal", "moins_bien"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One figure: ``value`` in ``unit``; ``better`` says which way is easier to read.

    ``meaning`` is one French line for people.
    """

    name: str
    label: str
    value: float
    unit: str
    better: Direction
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What a reader meets in a text; ``measures`` in a fixed order, each name once."""

    words: int
    sentences: int
    paragraphs: int
    syllables: int
    measures: tuple[Measure, ...]

    def value(self, name: str) -> float:
        """The value of one measure. Raises :class:`KeyError` for a name that is not measured."""
        for measure in self.measures:
            if measure.name == name:
                return measure.value
        raise KeyError(name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The same measure before and after."""

    before: Measure
    after: Measure
    trend: Trend
