"""Crossings: counted by code, small numbers hidden, and nothing hidden can be computed back."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from scipy.optimize import Bounds, LinearConstraint, milp

from beffroi.consultation import charts
from beffroi.consultation.crossings import (
    MISSING,
    SMALL,
    by_position,
    by_theme,
    columns_of,
    every,
    gap_said,
    hide,
    people_in,
)
from beffroi.consultation.document import light_text
from beffroi.consultation.page import html
from beffroi.consultation.report import POSITION_NAMES, report
from beffroi.consultation.tables import ods_table, xlsx_table
from beffroi.consultation.types import POSITIONS, Answer, Idea, Position, Result, Sorted, Theme

TEXT = "Des bus le soir"


def made(people: list[tuple[str, str, Position, str]]) -> tuple[Result, list[Answer]]:
    """A result whose n-th answer is (theme, value of the profile, position, person)."""
    answers = [
        Answer(row=i, text=TEXT, person=who, profile={"Âge": value} if value else {})
        for i, (_, value, _, who) in enumerate(people, start=1)
    ]
    kept = tuple(
        Sorted(
            row=i,
            themes=(theme,),
            position=position,
            ideas=(Idea(row=i, start=0, end=len(TEXT), theme=theme, position=position),),
        )
        for i, (theme, _, position, _) in enumerate(people, start=1)
    )
    themes = tuple(
        Theme(
            id=name,
            title=name,
            description="",
            parent=None,
            n_answers=0,
            n_people=0,
            positions=dict.fromkeys(POSITIONS, 0),
        )
        for name in dict.fromkeys(theme for theme, *_ in people)
    )
    result = Result(
        question="?",
        rows=len(people),
        accounting={"analysee": len(people)},
        reasons={},
        themes=themes,
        answers=kept,
        weak_signals=(),
        contradictions=(),
        synthesis=(),
    )
    return result, answers


def test_people_are_counted_once_and_small_cells_hidden() -> None:
    people: list[tuple[str, str, Position, str]] = [("bus", "18-34 ans", "pour", "")] * 9
    people += [("bus", "65 ans et plus", "contre", "")] * 6
    people += [("bus", "35-64 ans", "pour", f"p{i % 7}") for i in range(14)]
    people += [("vélo", "35-64 ans", "pour", "")] * 3 + [("vélo", "", "pour", "")] * 8
    result, answers = made(people)
    table = by_theme(result, answers, "Âge")
    assert table.values == ("18-34 ans", "35-64 ans", "65 ans et plus", MISSING)
    assert table.people == (9, 10, 6, 8) and table.total == 33
    bus, bike = table.lines
    assert (bus.total, bike.total) == (22, 11)
    assert bus.cells == (9, 7, 6, None)
    assert bike.cells == (None, None, None, 8)
    assert table.hidden == 4
    assert table.percent(bus, 0) == 100 and table.percent(bus, 3) is None
    assert "«" in gap_said(table) and columns_of(answers) == ("Âge",)


def test_a_lone_small_number_takes_another_with_it() -> None:
    hidden = hide(np.array([[30, 12, 3, 20]]))
    assert hidden.tolist() == [[False, True, True, False]]
    nothing_to_hide = hide(np.array([[30, 12, 9]]))
    assert not nothing_to_hide.any()


def test_exact_ages_are_counted_in_bands() -> None:
    people: list[tuple[str, str, Position, str]] = [
        ("bus", str(age), "sans", "") for age in range(16, 91)
    ]
    result, answers = made(people)
    table = by_theme(result, answers, "Âge")
    bands = ("moins de 18 ans", "18-29 ans", "30-44 ans", "45-59 ans", "60-74 ans")
    assert table.values == (*bands, "75 ans et plus")
    assert table.people[0] is None and sum(n is None for n in table.people) == 2


def test_positions_add_up_and_what_is_hidden_in_a_theme_stays_hidden() -> None:
    people: list[tuple[str, str, Position, str]] = [("bus", "Nord", "pour", "")] * 20
    people += [("bus", "Sud", "contre", "")] * 3 + [("bus", "Est", "pour", "")] * 7
    people += [("vélo", "Sud", "pour", "")] * 9
    result, answers = made(people)
    table = by_position(result, answers, "Âge", names=POSITION_NAMES, theme="bus")
    assert [line.total for line in table.lines] == [27, 3, 0, 0]
    south = table.values.index("Sud")
    assert table.people[south] is None
    assert all(line.cells[south] is None for line in table.lines)
    everything = by_position(result, answers, "Âge", names=POSITION_NAMES)
    assert sum(line.total for line in everything.lines) == everything.total == 39
    assert not people_in(result, answers, "Âge", "Sud", theme="bus")
    assert len(people_in(result, answers, "Âge", "Nord", theme="bus")) == 20


def test_a_theme_of_one_category_gives_no_position_away() -> None:
    people: list[tuple[str, str, Position, str]] = [("bus", "Nord", "pour", "")] * 8
    people += [("bus", "Nord", "contre", "")] * 4 + [("vélo", "Sud", "pour", "")] * 9
    people += [("vélo", "Nord", "pour", "")] * 6
    result, answers = made(people)
    bus = next(line for line in by_theme(result, answers, "Âge").lines if line.id == "bus")
    assert bus.total == 12 and bus.cells == (None, None)
    table = by_position(result, answers, "Âge", names=POSITION_NAMES, theme="bus")
    assert table.people == (None, None)
    assert all(cell is None for line in table.lines for cell in line.cells)
    assert not people_in(result, answers, "Âge", "Nord", theme="bus")


def test_a_drawing_has_a_sign_for_each_number_shown() -> None:
    people: list[tuple[str, str, Position, str]] = [("bus", "Nord", "pour", "")] * 20
    people += [("vélo", "Sud <b>", "contre", "")] * 10
    result, answers = made(people)
    table = by_theme(result, answers, "Âge")
    end = charts.scale(table)
    drawn = "".join(charts.strip(table, line, end=end) for line in table.lines)
    shown = sum(n is not None for line in table.lines for n in line.cells)
    assert drawn.count("<title>") == shown and "<b>" not in drawn
    assert len({charts.series(place) for place in range(12)}) == 12


def test_the_files_hold_the_crossings_and_hide_the_same_numbers() -> None:
    people: list[tuple[str, str, Position, str]] = [("bus", "Nord | centre", "pour", "")] * 20
    people += [("bus", "Sud", "contre", "")] * 3 + [("vélo", "Sud", "pour", "")] * 10
    result, answers = made(people)
    crossings = every(result, answers, names=POSITION_NAMES)
    assert [c.title for c in crossings] == ["Qui parle de quoi\u00a0: Âge", "Positions\u00a0: Âge"]
    assert crossings[0].rows[1] == ("bus", "masqué", "masqué", "23")
    view = report(result, answers)
    text = light_text(view, crossings=crossings)
    assert text.count(view.received) == 1
    assert "| bus | masqué | masqué | 23 |" in text and "Nord / centre" in text
    page = html(view, crossings=crossings)
    assert "Nord | centre (20)" in page and ">masqué<" in page
    book = values_of(xlsx_table(view, crossings=crossings))
    assert ["bus", "masqué", "masqué", "23"] in book["Profils 1"]
    again = values_of(ods_table(view, crossings=crossings))
    assert ["bus", "masqué", "masqué", "23"] in again["Profils 1"]


def values_of(content: bytes) -> dict[str, list[list[str]]]:
    """The cells of each sheet, as text."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {
        name: [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


#: Half of the numbers are zero: that is where margins give the others away.
numbers = st.just(0) | st.integers(0, 14)
tables = st.lists(st.lists(numbers, min_size=3, max_size=4), min_size=2, max_size=4).filter(
    lambda rows: len({len(row) for row in rows}) == 1
)


@settings(max_examples=150, deadline=None)
@given(tables)
@example([[0, 0, 0], [0, 0, 1]])
@example([[0, 8, 0], [0, 4, 0]])  # all the people in one column: the margins say all
@example([[0, 4, 0], [0, 14, 9], [12, 0, 5]])  # row and column all hidden, and still deduced
def test_no_hidden_number_can_be_computed_from_the_totals(rows: Any) -> None:
    counts = np.array(rows)
    gone = hide(counts.sum(axis=0)[None, :])[0]
    hidden = hide(counts, force=gone, columns_total=True)
    assert hidden[counts < SMALL].all() and hidden[:, gone].all()
    for row, column in np.argwhere(hidden & (counts > 0)):
        assert another_table(counts, hidden, ~gone, (int(row), int(column))), (counts, hidden)


def another_table(counts: Any, hidden: Any, totals: Any, where: tuple[int, int]) -> bool:
    """Whether whole numbers exist that give the same totals with another value there.

    The totals of all rows are known, those of the columns ``totals`` too, and the sum of all.
    """
    places = [tuple(place) for place in np.argwhere(hidden)]
    sums = [
        (np.array([p[axis] == k for p in places], dtype=float), lines)
        for axis in (0, 1)
        for k in range(counts.shape[axis])
        if axis == 0 or totals[k]
        for lines in [counts.take(k, axis)[hidden.take(k, axis)].sum()]
    ]
    aim = np.array([float(place == where) for place in places])
    same = LinearConstraint(np.array([uses for uses, _ in sums]), *[[n for _, n in sums]] * 2)
    ends = [
        milp(way * aim, constraints=same, bounds=Bounds(0), integrality=np.ones(len(places)))
        for way in (1, -1)
    ]
    return ends[0].fun != pytest.approx(-ends[1].fun)
