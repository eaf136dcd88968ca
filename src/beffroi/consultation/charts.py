"""Drawings of a report, as SVG that reads at any width: sizes in pixels, places in percent.

Colour is always doubled by a shape. The same drawing serves the page and the file that opens
offline; the table beside it says the same thing in figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from beffroi.consultation.crossings import Crossing, Line
from beffroi.consultation.map import Area, Dot, IdeaMap
from beffroi.consultation.synthesis import NB

#: Series that stay apart by colour and shape; a drawing shows no more.
SERIES = 6
_SHAPES = (
    '<circle r="6"/>',
    '<rect x="-5.500" y="-5.500" width="11" height="11"/>',
    '<path d="M0-7 7 5.500H-7z"/>',
    '<path d="M0-7.500 7.500 0 0 7.500-7.500 0z"/>',
    '<path d="M0 7 7-5.500H-7z"/>',
    '<path d="M-2.200-7h4.400v4.800H7v4.400H2.200V7h-4.400V2.200H-7v-4.400h4.800z"/>',
)


def series(place: int) -> tuple[str, str]:
    """CSS class and shape of the series of that place: thirty-six differ, by either or both."""
    return f"s{place % SERIES + 1}", _SHAPES[(place + place // SERIES) % len(_SHAPES)]


def mark(x: float, y: float, place: int, *, title: str = "") -> str:
    """The sign of a series at ``x`` and ``y`` percent of the drawing."""
    css, shape = series(place)
    said = f"<title>{escape(title)}</title>" if title else ""
    sign = f'<g class="{css}">{said}{shape}</g>'
    return f'<svg x="{x:.1f}%" y="{y:.1f}%" overflow="visible">{sign}</svg>'


def key(place: int) -> str:
    """The sign of a series by itself, for a legend."""
    css, shape = series(place)
    return (
        f'<svg class="key" viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">'
        f'<g class="{css}">{shape}</g></svg>'
    )


def scale(crossing: Crossing) -> int:
    """The end of the axis, in percent: the greatest share, up to the next ten."""
    shares = [
        share
        for line in crossing.lines
        for place in range(len(crossing.values))
        if (share := crossing.percent(line, place)) is not None
    ]
    return min(100, max(10, -(-max(shares, default=10) // 10) * 10))


def strip(crossing: Crossing, line: Line, *, end: int) -> str:
    """One line of a crossing: a sign a category, from 0 to ``end`` percent."""
    signs = []
    for place, value in enumerate(crossing.values[:SERIES]):
        share = crossing.percent(line, place)
        if share is not None:
            said = f"{value}{NB}: {share}{NB}% ({line.cells[place]}{NB}personnes)"
            signs.append(mark(2 + 96 * share / end, 50, place, title=said))
    return (
        '<svg class="strip" width="100%" height="26" aria-hidden="true">'
        '<line x1="2%" x2="98%" y1="50%" y2="50%"/>' + "".join(signs) + "</svg>"
    )


def axis(end: int) -> Sequence[tuple[str, str]]:
    """Where the axis is marked (percent of the width) and what is written there."""
    step = 10 if end <= 50 else 20
    return [(f"{2 + 96 * at / end:.1f}", f"{at}{NB}%") for at in range(0, end + 1, step)]


def drawn_map(drawn: IdeaMap, *, link: Callable[[int], str], theme: str = "") -> str:
    """The map of ideas. ``link`` gives the address of an answer; ``theme`` is lit, others dimmed.

    One dot takes part in the tabulation, the script moves among them with the arrows.
    """
    places = {area.id: area.number - 1 for area in drawn.areas}
    titles = {area.id: area.title for area in drawn.areas}
    dots = [
        _dot(dot, places, titles, link(dot.row), first=place == 0, dim=theme not in ("", dot.theme))
        for place, dot in enumerate(drawn.dots)
    ]
    badges = [_badge(area) for area in drawn.areas if theme in ("", area.id)]
    return f'<svg class="map" width="100%" height="560">{"".join(dots)}{"".join(badges)}</svg>'


def _dot(
    dot: Dot,
    places: dict[str, int],
    titles: dict[str, str],
    address: str,
    *,
    first: bool,
    dim: bool,
) -> str:
    css, shape = series(places[dot.theme]) if dot.theme in places else ("s0", '<circle r="3"/>')
    more = f" ({dot.count}{NB}idées)" if dot.count > 1 else ""
    said = escape(f"«{NB}{dot.text}{NB}»{more} – {titles.get(dot.theme, 'sans thème')}")
    size = min(2.0, 0.7 * dot.count**0.35)
    return (
        f'<svg x="{dot.x}%" y="{dot.y}%" overflow="visible"><a href="{escape(address)}" '
        f'tabindex="{0 if first else -1}" aria-label="{said}"{_dimmed(dim)}>'
        f'<g class="{css}" transform="scale({size:.2f})">{shape}</g></a></svg>'
    )


def _dimmed(dim: bool) -> str:
    return ' class="dim"' if dim else ""


def _badge(area: Area) -> str:
    """The number of a theme, where its ideas are."""
    return (
        f'<svg x="{area.x}%" y="{area.y}%" overflow="visible" aria-hidden="true">'
        f'<g class="badge"><circle r="13"/><text text-anchor="middle" y="5">{area.number}</text>'
        "</g></svg>"
    )
