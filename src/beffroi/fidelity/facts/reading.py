"""A text read once: its plain form, its numbers, and which characters already belong to a fact."""

from __future__ import annotations

from dataclasses import dataclass, field

from beffroi.fidelity.bounds import bound_of, is_approximate, with_des
from beffroi.fidelity.types import Bound, Fact, Family
from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat
from beffroi.french.numbers import Number, numbers


@dataclass(slots=True)
class Reading:
    """Collects facts; a character belongs to one fact at most, the first that claims it."""

    text: str
    plain: str = ""
    numbers: list[Number] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    _taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.plain = with_des(bare_same_length(flat(self.text)), self.text)
        self.numbers = numbers(self.text)
        self._taken = bytearray(len(self.text))

    def is_free(self, span: Span) -> bool:
        return not any(self._taken[span.start : span.end])

    def claim(self, span: Span) -> None:
        """These characters are read; no fact will be made of them."""
        self._taken[span.start : span.end] = b"\x01" * (span.end - span.start)

    def add(
        self,
        family: Family,
        value: tuple[str, ...],
        span: Span,
        *,
        label: str = "",
        bound: Bound | None = None,
        approximate: bool | None = None,
        details: tuple[str, ...] = (),
    ) -> bool:
        """Record a fact unless its characters are taken; says whether it was recorded."""
        if not self.is_free(span):
            return False
        self.claim(span)
        around = bound_of(self.plain, span.start, span.end) if bound is None else bound
        about = (
            is_approximate(self.plain, span.start, span.end) if approximate is None else approximate
        )
        text = span.of(self.text)
        self.facts.append(
            Fact(
                family=family, value=value, span=span, text=text, label=label or text,
                bound=around, approximate=about, details=details,
            )
        )  # fmt: skip
        return True
