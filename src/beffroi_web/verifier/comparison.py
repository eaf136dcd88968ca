"""Two texts compared, ready for the page. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.fidelity import Verdict, compare, verdict
from beffroi.findings import Finding, Kind
from beffroi_web.clarifier.highlight import Block, Mark, blocks
from beffroi_web.verifier.forms import READINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbered:
    """A finding and the number that its passages bear in both texts."""

    number: int
    finding: Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    source: str
    draft: str
    verdict: Verdict
    kind: Kind
    points: tuple[Numbered, ...]

    @property
    def reading(self) -> str:
        """One sentence: what a text of this kind may leave out."""
        return READINGS[self.kind]

    @property
    def source_text(self) -> list[Block]:
        return blocks(self.source, _marks(self.points, "source"))

    @property
    def draft_text(self) -> list[Block]:
        return blocks(self.draft, _marks(self.points, "draft"))


def compared(source: str, draft: str, kind: Kind) -> Comparison:
    """What ``draft`` does not say as ``source`` does. Raises :class:`EmptyText`."""
    found = compare(source, draft, kind=kind)
    points = tuple(Numbered(number=n, finding=f) for n, f in enumerate(found, start=1))
    return Comparison(source=source, draft=draft, verdict=verdict(found), kind=kind, points=points)


def _marks(points: tuple[Numbered, ...], side: str) -> list[Mark]:
    return [
        Mark(start=span.start, end=span.end, number=point.number, severity=point.finding.severity)
        for point in points
        if (span := getattr(point.finding, side)) is not None
    ]
