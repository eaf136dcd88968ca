"""Themes and positions crossed with what is known of the people, small numbers hidden.

A cell under :data:`SMALL` people is hidden, zero included. A hidden number that the shown totals
would give away is protected by hiding another one beside it (complementary suppression:
Hundepool et al., Statistical Disclosure Control, 2012); tables whose rows and columns both have
shown totals are then audited with linear programming, until no hidden number can be computed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.position import of_answer
from beffroi.consultation.synthesis import NB
from beffroi.consultation.types import POSITIONS, Answer, Idea, Position, Result

SMALL = 5
#: Categories shown of one column; the least frequent others are counted together.
MOST_VALUES = 10
MISSING, OTHERS = "non renseigné", "autres valeurs"
HIDDEN_SAID = (
    "Un nombre masqué compte moins de cinq personnes, ou permettrait d’en déduire un autre. "
    "Une personne peut aborder plusieurs thèmes : les colonnes ne s’additionnent pas."
).replace(" :", f"{NB}:")
#: Upper bounds (excluded) of the bands in which exact ages are counted.
_AGES = (18, 30, 45, 60, 75)

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """People by category; ``None`` is hidden. ``id`` is a theme, or a position."""

    id: str
    title: str
    total: int
    cells: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Crossing:
    """``values`` are the categories of ``column``; ``people`` counts who answered in each."""

    column: str
    values: tuple[str, ...]
    people: tuple[int | None, ...]
    total: int
    lines: tuple[Line, ...]

    @property
    def hidden(self) -> int:
        """How many numbers are hidden, totals included."""
        numbers = (*self.people, *(n for line in self.lines for n in line.cells))
        return sum(n is None for n in numbers)

    @property
    def title(self) -> str:
        """What the table shows, for people."""
        positions = {line.id for line in self.lines} == set(POSITIONS)
        return f"{'Positions' if positions else 'Qui parle de quoi'}{NB}: {self.column}"

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table as text, its headings first: counts, and their share of the category."""
        heads = (self.column, *(f"{v} ({_said(n)})" for v, n in self._people_by_value()))
        lines = [
            (line.title, *(self._cell(line, place) for place in range(len(self.values))))
            for line in self.lines
        ]
        totals = ("Ensemble", *(str(line.total) for line in self.lines))
        return tuple((*row, total) for row, total in zip((heads, *lines), totals, strict=True))

    def _people_by_value(self) -> Iterable[tuple[str, int | None]]:
        return zip(self.values, self.people, strict=True)

    def _cell(self, line: Line, place: int) -> str:
        count, share = line.cells[place], self.percent(line, place)
        return _said(count) if share is None else f"{count} ({share}{NB}%)"

    def percent(self, line: Line, place: int) -> int | None:
        """Which share of a category's people the cell is, 0 to 100; ``None`` when hidden."""
        count, whole = line.cells[place], self.people[place]
        return None if count is None or not whole else round(100 * count / whole)


def _said(count: int | None) -> str:
    return "masqué" if count is None else str(count)


def columns_of(answers: Iterable[Answer]) -> tuple[str, ...]:
    """What is known of the people: the columns kept with the answers, as in the file."""
    return tuple(dict.fromkeys(name for answer in answers for name in answer.profile))


def every(
    result: Result, answers: Sequence[Answer], *, names: Mapping[Position, str]
) -> tuple[Crossing, ...]:
    """For each column known of the people, who speaks of what, then who is for or against."""
    return tuple(
        crossing
        for column in columns_of(answers)
        for crossing in (
            by_theme(result, answers, column),
            by_position(result, answers, column, names=names),
        )
    )


def by_theme(result: Result, answers: Sequence[Answer], column: str) -> Crossing:
    """Who speaks of what: people of each category under each theme, the largest theme first."""
    groups = _categories(result, answers, column)
    people, gone = _people(groups)
    under = _under(result, answers)
    themes = sorted(
        (t for t in result.themes if t.parent is None), key=lambda t: (-len(under[t.id]), t.id)
    )
    counts = np.array([_spread(under[t.id], groups) for t in themes]).reshape(len(themes), -1)
    hidden = hide(counts, force=gone)
    return Crossing(
        column=column,
        values=tuple(groups),
        people=people,
        total=sum(map(len, groups.values())),
        lines=tuple(
            Line(id=t.id, title=t.title, total=int(row.sum()), cells=_cells(row, mask))
            for t, row, mask in zip(themes, counts, hidden, strict=True)
        ),
    )


def by_position(
    result: Result,
    answers: Sequence[Answer],
    column: str,
    *,
    names: Mapping[Position, str],
    theme: str = "",
) -> Crossing:
    """Positions of people by category, inside ``theme`` or over all that they wrote."""
    groups = _categories(result, answers, column)
    if theme:
        known = by_theme(result, answers, column)
        line = next(line for line in known.lines if line.id == theme)
        under = _under(result, answers)[theme]
        groups = {value: found & under for value, found in groups.items()}
        people, gone = line.cells, np.array([n is None for n in line.cells])
    else:
        people, gone = _people(groups)
    stances = _stances(result, answers, theme)
    counts = np.array(
        [_spread({p for p, s in stances.items() if s == name}, groups) for name in POSITIONS]
    )
    hidden = hide(counts, force=gone, columns_total=True)
    return Crossing(
        column=column,
        values=tuple(groups),
        people=people,
        total=sum(map(len, groups.values())),
        lines=tuple(
            Line(id=p, title=names[p], total=int(row.sum()), cells=_cells(row, mask))
            for p, row, mask in zip(POSITIONS, counts, hidden, strict=True)
        ),
    )


def people_in(
    result: Result, answers: Sequence[Answer], column: str, value: str, *, theme: str = ""
) -> frozenset[int]:
    """Rows of the people of one category (under ``theme``, of those who speak of it); none when
    their number is hidden in the table."""
    groups = _categories(result, answers, column)
    if value not in groups:
        return frozenset()
    table = by_theme(result, answers, column)
    tops = {t.id: t.parent or t.id for t in result.themes}
    numbers = next((x.cells for x in table.lines if x.id == tops.get(theme)), table.people)
    if numbers[table.values.index(value)] is None:
        return frozenset()
    return frozenset(a.row for a in answers if _person(a) in groups[value])


def hide(counts: Counts, *, force: Mask | None = None, columns_total: bool = False) -> Mask:
    """Which cells of ``counts`` (rows, columns) to hide, when the total of each row is shown.

    ``force`` (columns,) hides whole columns, whose totals are then not shown.
    ``columns_total``: the totals of the other columns are shown too. Without them, a number that
    is the whole of its row is hidden among others: were it the total of a column of the table
    that details it, the two margins would give every number of that column.
    """
    hidden: Mask = counts < SMALL
    if not columns_total:
        hidden = hidden | _whole(counts, hidden)
    if force is not None:
        hidden = hidden | force[None, :]
    shown_totals = ~force if force is not None else np.ones(counts.shape[1], dtype=bool)
    while True:
        hidden = _beside(counts, hidden, shown_totals if columns_total else None)
        known = _deduced(counts, hidden, shown_totals) if columns_total else None
        if known is None or not _hide_one(counts, hidden, known):
            return hidden


def _whole(counts: Counts, hidden: Mask) -> Mask:
    """The numbers that are the whole of their row, where the others of the row are hidden."""
    whole: Mask = (counts > 0) & (counts == counts.sum(axis=1, keepdims=True))
    return whole & hidden.any(axis=1, keepdims=True)


def _beside(counts: Counts, hidden: Mask, columns: Mask | None) -> Mask:
    """A lone hidden number in a line with a total is its total less the others: hide another."""
    hidden = hidden.copy()
    changed = True
    while changed:
        changed = False
        for row in range(len(counts)):
            if hidden[row].sum() == 1 and counts[row][hidden[row]].sum():
                changed |= _hide_smallest(counts[row], hidden[row])
        for column in range(counts.shape[1]) if columns is not None else ():
            line = hidden[:, column]
            if columns is not None and columns[column] and line.sum() == 1:
                changed |= bool(counts[line, column].sum()) and _hide_smallest(
                    counts[:, column], line
                )
    return hidden


def _hide_smallest(numbers: Counts, hidden: Mask) -> bool:
    """Hide the smallest number still shown; ``False`` when none is left. Changes ``hidden``."""
    shown = np.flatnonzero(~hidden)
    if not len(shown):
        return False
    hidden[shown[np.argmin(numbers[shown])]] = True
    return True


def _deduced(counts: Counts, hidden: Mask, columns: Mask) -> tuple[int, int] | None:
    """The place of a hidden number that the totals shown give exactly, if there is one."""
    from scipy.optimize import linprog

    places = np.argwhere(hidden)
    if not len(places):
        return None
    rows = [(places[:, 0] == r, counts[r][hidden[r]].sum()) for r in range(len(counts))]
    ups = [(places[:, 1] == c, counts[:, c][hidden[:, c]].sum()) for c in np.flatnonzero(columns)]
    sums = [(uses, total) for uses, total in (*rows, *ups) if uses.any()]
    uses = np.array([used for used, _ in sums], dtype=float)
    totals = np.array([total for _, total in sums], dtype=float)
    for place, (row, column) in enumerate(places):
        if not counts[row, column]:
            continue
        aim = np.zeros(len(places))
        aim[place] = 1.0
        least, most = (linprog(way * aim, A_eq=uses, b_eq=totals) for way in (1, -1))
        if least.status == 0 and most.status == 0 and -most.fun - least.fun < 1 - 1e-6:
            return int(row), int(column)
    return None


def _hide_one(counts: Counts, hidden: Mask, known: tuple[int, int]) -> bool:
    """One more number of the row, else of the column, of what can be deduced; else of the table:
    what is hidden far away may be what frees it. ``False`` when all is hidden."""
    row, column = known
    return (
        _hide_smallest(counts[row], hidden[row])
        or _hide_smallest(counts[:, column], hidden[:, column])
        or _hide_smallest(counts.reshape(-1), hidden.reshape(-1))
    )


def _people(groups: Mapping[str, set[str]]) -> tuple[tuple[int | None, ...], Mask]:
    """People by category, small ones hidden, and which are."""
    counts = np.array([[len(found) for found in groups.values()]])
    gone = hide(counts)[0]
    return _cells(counts[0], gone), gone


def _cells(row: Counts, hidden: Mask) -> tuple[int | None, ...]:
    return tuple(None if gone else int(n) for n, gone in zip(row, hidden, strict=True))


def _spread(people: set[str], groups: Mapping[str, set[str]]) -> list[int]:
    return [len(people & found) for found in groups.values()]


def _person(answer: Answer) -> str:
    return answer.person or f"#{answer.row}"


def _categories(result: Result, answers: Sequence[Answer], column: str) -> dict[str, set[str]]:
    """Category → the people in it, of those whose answer was analysed; each is in one."""
    rows = {answer.row for answer in result.answers}
    said: dict[str, str] = {}
    for answer in answers:
        if answer.row in rows:
            who, value = _person(answer), answer.profile.get(column, "").strip()
            said[who] = said.get(who) or value
    said = _banded(said)
    times = Counter(value for value in said.values() if value)
    kept = {value for value, _ in times.most_common(MOST_VALUES)}
    groups: dict[str, set[str]] = defaultdict(set)
    for who, value in said.items():
        groups[value if value in kept else OTHERS if value else MISSING].add(who)
    return {value: groups[value] for value in _ordered(groups, times)}


def _banded(said: Mapping[str, str]) -> dict[str, str]:
    """Exact ages (whole numbers, 5 to 110, more than ten of them) counted in bands."""
    numbers = {value for value in said.values() if value}
    ages = all(value.isdigit() and 5 <= int(value) <= 110 for value in numbers)
    if not ages or len(numbers) <= MOST_VALUES:
        return dict(said)
    return {who: _band(int(value)) if value else "" for who, value in said.items()}


def _band(age: int) -> str:
    low = max((bound for bound in _AGES if bound <= age), default=0)
    high = min((bound for bound in _AGES if bound > age), default=0)
    if not low:
        return f"moins de {high} ans"
    return f"{low}-{high - 1} ans" if high else f"{low} ans et plus"


def _ordered(groups: Mapping[str, set[str]], times: Mapping[str, int]) -> list[str]:
    """Bands in the order of their numbers, other categories the most frequent first."""
    values = [value for value in groups if value not in (OTHERS, MISSING)]
    first = {value: _first_number(value) for value in values}
    if values and all(number is not None for number in first.values()):
        values.sort(key=lambda v: (first[v] or 0, not v.startswith("moins"), v))
    else:
        values.sort(key=lambda v: (-times[v], v))
    return [*values, *(name for name in (OTHERS, MISSING) if name in groups)]


def _first_number(value: str) -> int | None:
    digits = "".join(c if c.isdigit() else " " for c in value).split()
    return int(digits[0]) if digits else None


def _under(result: Result, answers: Sequence[Answer]) -> dict[str, set[str]]:
    """Theme without parent → the people who speak of it, in it or in its sub-themes."""
    who = {answer.row: _person(answer) for answer in answers}
    parents = {theme.id: theme.parent or theme.id for theme in result.themes}
    found: dict[str, set[str]] = defaultdict(set)
    for answer in result.answers:
        for name in answer.themes:
            if name in parents:
                found[parents[name]].add(who[answer.row])
    return found


def _stances(result: Result, answers: Sequence[Answer], theme: str) -> dict[str, Position]:
    """Person → her position over all her ideas, those of ``theme`` only if it is given."""
    who = {answer.row: _person(answer) for answer in answers}
    inside = {theme, *(t.id for t in result.themes if t.parent == theme)}
    ideas: dict[int, tuple[Idea, ...]] = {answer.row: answer.ideas for answer in result.answers}
    stated: dict[str, list[Position]] = defaultdict(list)
    for answer in result.answers:
        kept = [i for i in ideas[answer.copy_of or answer.row] if not theme or i.theme in inside]
        if kept or not theme:
            stated[who[answer.row]] += [idea.position for idea in kept]
    return {person: of_answer(positions) for person, positions in stated.items()}


def gap_said(crossing: Crossing) -> str:
    """The widest gap between two categories that are both shown, in one sentence."""
    gaps = [gap for line in crossing.lines if (gap := _gap(crossing, line))]
    if not gaps:
        return "Trop peu de personnes par catégorie pour comparer."
    _, title, most, value, least, other = max(gaps, key=lambda gap: (gap[0], gap[1]))
    return (
        f"Écart le plus large{NB}: «{NB}{title}{NB}», {most}{NB}% des personnes «{NB}{value}{NB}», "
        f"{least}{NB}% des personnes «{NB}{other}{NB}». "
        "Sur peu de personnes, un écart peut venir du hasard."
    )


def _gap(crossing: Crossing, line: Line) -> tuple[int, str, int, str, int, str] | None:
    shares = [
        (share, value)
        for place, value in enumerate(crossing.values)
        if (share := crossing.percent(line, place)) is not None
    ]
    if len(shares) < 2:
        return None
    (least, other), (most, value) = min(shares), max(shares)
    return most - least, line.title, most, value, least, other
