"""What a report shows, ready to be laid out: the same for the page, the file and the tables.

Passages are exact substrings of the answers, personal data hidden; counts of people under five
are said « moins de 5 » in crossings, never in the themes themselves (a theme of one person is a
weak signal that must be seen).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from beffroi.consultation.shown import shown
from beffroi.consultation.synthesis import number, positions_said, received
from beffroi.consultation.types import POSITIONS, Answer, Idea, Position, Result, Sorted, Theme

POSITION_NAMES: Mapping[Position, str] = {
    "pour": "pour",
    "contre": "contre",
    "nuance": "nuancé",
    "sans": "sans position",
}
#: Answers listed in a page: more would not open in a browser.
MOST_LISTED = 5_000
METHOD = (
    "Chaque réponse est découpée en idées, qui sont des extraits exacts. Les idées proches par le "
    "sens et par les mots sont réunies en thèmes. Les titres sont faits des mots des réponses. Les "
    "nombres sont comptés par le logiciel, jamais écrits par un modèle de langage. Une personne "
    "relit, renomme, déplace et signe."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A passage of an answer: ``text`` is exact but for hidden personal data."""

    row: int
    text: str
    position: Position


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    position: Position
    name: str
    count: int
    percent: int


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
    """Everything that a report shows, in reading order. ``quotes`` holds every cited row."""

    question: str
    received: str
    accounting: tuple[tuple[str, int], ...]
    synthesis: tuple[tuple[str, tuple[int, ...]], ...]
    themes: tuple[ThemeView, ...]
    signals: tuple[SignalView, ...]
    pairs: tuple[PairView, ...]
    tracks: tuple[tuple[str, tuple[int, ...]], ...]
    answers: tuple[Quote, ...]
    method: str
    #: Analysed answers that a page does not list: they are in the open data.
    left_out: int = 0


STATUS_NAMES = {
    "analysee": "analysées",
    "copie": "copies d’un même texte",
    "sans_reponse": "sans réponse",
    "hors_sujet": "hors sujet",
    "illisible": "illisibles",
    "autre_langue": "dans une autre langue",
}


def report(result: Result, answers: Sequence[Answer]) -> ReportView:
    """The view of ``result``; ``answers`` are those that were analysed, for their words."""
    texts = {answer.row: answer.text for answer in answers}
    top = [theme for theme in result.themes if theme.parent is None]
    listed = _listed(result)
    titles = {theme.id: theme.title for theme in result.themes}
    return ReportView(
        question=result.question,
        received=received(result.rows, result.accounting),
        accounting=tuple((STATUS_NAMES[s], n) for s, n in result.accounting.items()),
        synthesis=tuple((s.text, s.cites) for s in result.synthesis),
        themes=tuple(_theme(t, result.themes, texts) for t in _by_size(top)),
        signals=tuple(
            SignalView(
                quote=_quote(Idea(row=s.row, start=s.start, end=s.end), texts),
                reasons=", ".join(s.reasons),
                urgent=s.urgency >= 3,
            )
            for s in result.weak_signals
        ),
        pairs=tuple(
            PairView(
                theme=titles.get(pair.theme, ""),
                subject=pair.subject,
                first=_quote(pair.first, texts),
                second=_quote(pair.second, texts),
            )
            for pair in result.contradictions
        ),
        tracks=tuple((s.text, s.cites) for s in result.tracks),
        answers=tuple(
            Quote(row=a.row, text=shown(texts[a.row]), position=a.position) for a in listed
        ),
        left_out=len(result.answers) - len(listed),
        method=" ".join((METHOD, *result.notices)),
    )


def _listed(result: Result) -> list[Sorted]:
    """The answers that a page can list: all, or those that it cites, then the first ones."""
    if len(result.answers) <= MOST_LISTED:
        return list(result.answers)
    cited = {row for s in (*result.synthesis, *result.tracks) for row in s.cites}
    cited |= {idea.row for theme in result.themes for idea in theme.verbatims}
    cited |= {signal.row for signal in result.weak_signals}
    cited |= {end.row for pair in result.contradictions for end in (pair.first, pair.second)}
    room = max(0, MOST_LISTED - len(cited))
    others = [a.row for a in result.answers if a.row not in cited][:room]
    kept = cited.union(others)
    return [answer for answer in result.answers if answer.row in kept]


def _by_size(themes: Sequence[Theme]) -> list[Theme]:
    return sorted(themes, key=lambda theme: (-theme.n_answers, theme.id))


def _theme(theme: Theme, every: Sequence[Theme], texts: Mapping[int, str]) -> ThemeView:
    children = _by_size([child for child in every if child.parent == theme.id])
    return ThemeView(
        id=theme.id,
        title=theme.title,
        description=theme.description,
        answers=theme.n_answers,
        people=theme.n_people,
        shares=_shares(theme),
        said=positions_said(theme.positions),
        words=theme.words,
        quotes=tuple(_quote(idea, texts) for idea in theme.verbatims),
        children=tuple(_theme(child, every, texts) for child in children),
    )


def _shares(theme: Theme) -> tuple[Share, ...]:
    """Whole percentages that sum to 100 (largest remainder method)."""
    total = theme.n_answers
    exact = {p: 100 * theme.positions[p] / total if total else 0.0 for p in POSITIONS}
    floor = {p: int(value) for p, value in exact.items()}
    missing = (100 if total else 0) - sum(floor.values())
    for p in sorted(POSITIONS, key=lambda p: floor[p] - exact[p])[:missing]:
        floor[p] += 1
    return tuple(
        Share(position=p, name=POSITION_NAMES[p], count=theme.positions[p], percent=floor[p])
        for p in POSITIONS
    )


def _quote(idea: Idea, texts: Mapping[int, str]) -> Quote:
    passage = " ".join(shown(texts[idea.row][idea.start : idea.end]).split())
    return Quote(row=idea.row, text=passage, position=idea.position)


def people_said(count: int) -> str:
    """A count of people in a crossing: small numbers are hidden."""
    return number(count) if count >= 5 else "moins de 5"
