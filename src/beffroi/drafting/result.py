"""What a way of writing gives back to the chain, and what the model used for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from beffroi.drafting.types import Strategy
from beffroi.llm.types import UNKNOWN_ENERGY, Completion, Energy


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A text before its last check. ``completions`` are all the answers that it took."""

    text: str
    strategies: Mapping[Strategy, int]
    completions: tuple[Completion, ...] = ()
    notices: tuple[str, ...] = ()
    seconds: float = 0.0
    energy: Energy = UNKNOWN_ENERGY


def total_energy(parts: Sequence[tuple[float | None, str]]) -> Energy:
    """The sum of watt-hours; unknown as soon as one part is: 0 is not an answer."""
    if not parts or any(hours is None for hours, _ in parts):
        return UNKNOWN_ENERGY
    measured = all(method == "mesurée" for _, method in parts)
    hours = sum(hours for hours, _ in parts if hours is not None)
    return Energy(watt_hours=hours, method="mesurée" if measured else "estimée")
