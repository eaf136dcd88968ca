"""What a report shows, ready to be laid out: the same for the page, the file and the tables.

Passages are exact substrings of the answers, personal data hidden; counts of people under five
are said « moins de 5 » in crossings, never in the themes themselves (a theme of one person is a
weak signal that must be seen).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from beffroi.consultation.position import of_answer
from beffroi.consultation.shown import shown
from beffroi.consultation.synthesis import position_said, positions_said, received
from beffroi.consultation.types import POSITIONS, Answer, Idea, Position, Result, Sorted, Theme
from beffroi.consultation.view import (
    Aside,
    Listed,
    PairView,
    Quote,
    ReportView,
    Share,
    SignalView,
    ThemeView,
)

POSITION_NAMES: Mapping[Position, str] = {
    "pour": "pour",
    "contre": "contre",
    "nuance": "nuancé",
    "sans": "sans position",
}
#: Answers listed in a page: more would not open in a browser. Rows set aside for one reason.
MOST_LISTED, MOST_ASIDE = 5_000, 300
METHOD = (
    "Chaque réponse est découpée en idées, qui sont des extraits exacts. Les idées proches par le "
    "sens et par les mots sont réunies en thèmes. Les titres sont faits des mots des réponses. Les "
    "nombres sont comptés par le logiciel, jamais écrits par un modèle de langage. Une personne "
    "relit, renomme, déplace et signe."
)


STATUS_NAMES = {
    "analysee": "analysées",
    "copie": "copies d’un même texte",
    "sans_reponse": "sans réponse",
    "hors_sujet": "hors sujet",
    "illisible": "illisibles",
    "autre_langue": "dans une autre langue",
}


def report(result: Result, answers: Sequence[Answer], *, also: Collection[int] = ()) -> ReportView:
    """The view of ``result``; ``answers`` are those of the file, for their words.

    ``also``: rows that the page shows elsewhere, to be listed with those that it cites.
    """
    texts = {answer.row: answer.text for answer in answers}
    top = [theme for theme in result.themes if theme.parent is None]
    listed = _listed(result, also)
    inside = _inside(result)
    titles = {theme.id: theme.title for theme in result.themes}
    return ReportView(
        question=result.question,
        received=received(result.rows, result.accounting),
        accounting=tuple((s, STATUS_NAMES[s], n) for s, n in result.accounting.items()),
        positions=tuple(Counter(a.position for a in result.answers).items()),
        synthesis=result.synthesis,
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
        tracks=result.tracks,
        answers=tuple(
            Listed(
                row=a.row,
                text=shown(texts[a.row]),
                position=a.position,
                copy=a.copy_of is not None,
                themes=inside.get(a.copy_of or a.row, ()),
            )
            for a in listed
        ),
        aside=_aside(result, texts),
        left_out=len(result.answers) - len(listed),
        method=" ".join((METHOD, *result.notices)),
    )


def _inside(result: Result) -> dict[int, tuple[tuple[str, Position], ...]]:
    """Row → the themes of the answer, with those above them, and its position inside each."""
    parents = {theme.id: theme.parent for theme in result.themes}
    found: dict[int, tuple[tuple[str, Position], ...]] = {}
    for answer in result.answers:
        stated: dict[str, list[Position]] = defaultdict(list)
        for idea in answer.ideas:
            for name in filter(None, (idea.theme, parents.get(idea.theme))):
                stated[name].append(idea.position)
        if stated:
            found[answer.row] = tuple((name, of_answer(said)) for name, said in stated.items())
    return found


def _aside(result: Result, texts: Mapping[int, str]) -> tuple[Aside, ...]:
    """The rows that were not analysed, by reason, the most frequent first."""
    sorted_rows = {answer.row for answer in result.answers}
    rows: dict[str, list[int]] = defaultdict(list)
    for row, reason in result.reasons.items():
        if row not in sorted_rows:
            rows[reason].append(row)
    return tuple(
        Aside(
            reason=reason,
            count=len(found),
            rows=tuple((row, shown(texts.get(row, ""))) for row in found[:MOST_ASIDE]),
        )
        for reason, found in sorted(rows.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )


def _listed(result: Result, also: Collection[int]) -> list[Sorted]:
    """The answers that a page can list: all, or those that it cites, then the first ones."""
    if len(result.answers) <= MOST_LISTED:
        return list(result.answers)
    cited = {row for s in (*result.synthesis, *result.tracks) for row in s.cites}
    cited |= {idea.row for theme in result.themes for idea in theme.verbatims}
    cited |= {signal.row for signal in result.weak_signals}
    cited |= set(also)
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
        Share(
            position=p,
            name=POSITION_NAMES[p],
            count=theme.positions[p],
            percent=floor[p],
            said=position_said(p, theme.positions[p]),
        )
        for p in POSITIONS
    )


def _quote(idea: Idea, texts: Mapping[int, str]) -> Quote:
    passage = " ".join(shown(texts[idea.row][idea.start : idea.end]).split())
    return Quote(row=idea.row, text=passage, position=idea.position)
