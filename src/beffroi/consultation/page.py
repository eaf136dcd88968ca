"""The report as one page that opens without a network: from any figure to its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from beffroi.consultation import charts
from beffroi.consultation.crossings import HIDDEN_SAID, Crossing, gap_said
from beffroi.consultation.map import IdeaMap, map_said, neighbours
from beffroi.consultation.report import POSITION_NAMES
from beffroi.consultation.tracks import CRITERIA
from beffroi.consultation.types import POSITIONS
from beffroi.consultation.view import Listed, ReportView, ThemeView


def html(
    view: ReportView,
    *,
    signature: str = "",
    marks: Sequence[tuple[str, str]] = (),
    crossings: Sequence[Crossing] = (),
    mapped: IdeaMap | None = None,
    near: Mapping[int, Sequence[int]] | None = None,
) -> str:
    """A self-contained page: no address outside itself, opens without a network.

    ``near``: answer → those that mean nearly the same.
    """
    from jinja2 import Environment, PackageLoader

    room = Environment(loader=PackageLoader("beffroi.consultation"), autoescape=True)
    near = near or {}
    return room.get_template("rapport.html.j2").render(
        v=view,
        signature=signature,
        marks=marks,
        criteria=CRITERIA,
        crossings=[_drawn(crossing) for crossing in crossings],
        hidden_said=HIDDEN_SAID,
        map=mapped and _map(mapped),
        answers=[(answer, _kinds(answer), near.get(answer.row, ())) for answer in view.answers],
        near=bool(near),
        counted=dict(_counted(view)),
        order=sorted(POSITIONS, key=lambda p: -dict(view.positions).get(p, 0)),
        names=POSITION_NAMES,
    )


def _kinds(answer: Listed) -> str:
    """Which figures count the answer, as words that the script looks for."""
    kinds = ["copie" if answer.copy else "analysee", f"tout/{answer.position}"]
    for theme, position in answer.themes:
        kinds += [theme, f"{theme}/{position}"]
    if not answer.themes:
        kinds.append("sans-theme")
    return " ".join(kinds)


def _counted(view: ReportView) -> Iterator[tuple[str, tuple[str, int]]]:
    """Figure → what it counts, in French, and how many: what the script says above the list."""
    for status, name, count in view.accounting:
        if status in ("analysee", "copie"):
            yield status, (f"réponses {name}" if status == "analysee" else name, count)
    for position, count in view.positions:
        yield f"tout/{position}", (f"toutes les réponses, {POSITION_NAMES[position]}", count)
    for theme in view.themes:
        for one in (theme, *theme.children):
            yield from _theme_counted(one)


def _theme_counted(theme: ThemeView) -> Iterator[tuple[str, tuple[str, int]]]:
    yield theme.id, (theme.title, theme.answers)
    for share in theme.shares:
        yield f"{theme.id}/{share.position}", (f"{theme.title}, {share.name}", share.count)


def _drawn(crossing: Crossing) -> dict[str, Any]:
    """A crossing for the page: its drawing, its table, its widest gap in a sentence."""
    end = charts.scale(crossing)
    values = crossing.values[: charts.SERIES]
    return {
        "title": crossing.title,
        "gap": gap_said(crossing),
        "keys": [(charts.key(place), value) for place, value in enumerate(values)],
        "strips": [(x.title, charts.strip(crossing, x, end=end)) for x in crossing.lines],
        "axis": charts.axis(end),
        "heads": crossing.rows[0],
        "rows": [
            (f"tout/{line.id}" if line.id in POSITIONS else line.id, row)
            for line, row in zip(crossing.lines, crossing.rows[1:], strict=True)
        ],
    }


def _map(mapped: IdeaMap) -> dict[str, Any]:
    """The map of ideas for the page, with the table that says the same."""
    near = neighbours(mapped)
    return {
        "said": map_said(mapped),
        "drawing": charts.drawn_map(mapped, link=lambda row: f"#r{row}"),
        "lines": [
            (area, charts.key(area.number - 1), near.get(area.id, ""), mapped.middle(area))
            for area in mapped.areas
        ],
    }
