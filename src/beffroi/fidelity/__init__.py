"""Does a rewrite say the same thing as its source? Facts, alignment, comparison, findings."""

from beffroi.fidelity.check import check, compare, verdict
from beffroi.fidelity.facts import facts
from beffroi.fidelity.types import Fact, Verdict

__all__ = ["Fact", "Verdict", "check", "compare", "facts", "verdict"]
