"""What a report shows, ready to be laid out. No I/O here."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.consultation.types import Position, RowStatus, Statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A passage of an answer: ``text`` is exact but for hidden personal data."""

    row: int
    text: str
    position: Position


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A whole answer: ``text`` is exact but for hidden personal data. ``themes``: the id of each
    theme that it bears, those above included, and its position inside it."""

    row: int
    text: str
    position: Position
    copy: bool
    themes: tuple[tuple[str, Position], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """Rows of the file that were not analysed for one same reason: how many, and the first."""

    reason: str
    count: int
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """``said`` is « 51 favorables »."""

    position: Position
    name: str
    count: int
    percent: int
    said: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeView:
    id: str
    title: str
    description: str
    answers: int
    people: int
    shares: tuple[Share, ...]
    said: str
    words: tuple[str, ...]
    quotes: tuple[Quote, ...]
    children: tuple[ThemeView, ...]

    @property
    def parts(self) -> list[dict[str, str | int]]:
        """The shares laid end to end, for a bar: where each begins, in percent."""
        found: list[dict[str, str | int]] = []
        start = 0
        for share in self.shares:
            found.append({"position": share.position, "start": start, "percent": share.percent})
            start += share.percent
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class SignalView:
    quote: Quote
    reasons: str
    urgent: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PairView:
    theme: str
    subject: str
    first: Quote
    second: Quote


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportView:
    """Everything that a report shows, in reading order. ``answers`` holds every cited row.

    ``accounting`` gives the status, its name and its count; ``positions`` counts all answers.
    """

    question: str
    received: str
    accounting: tuple[tuple[RowStatus, str, int], ...]
    positions: tuple[tuple[Position, int], ...]
    synthesis: tuple[Statement, ...]
    themes: tuple[ThemeView, ...]
    signals: tuple[SignalView, ...]
    pairs: tuple[PairView, ...]
    tracks: tuple[Statement, ...]
    answers: tuple[Listed, ...]
    aside: tuple[Aside, ...]
    method: str
    #: Analysed answers that a page does not list: they are in the open data.
    left_out: int = 0
