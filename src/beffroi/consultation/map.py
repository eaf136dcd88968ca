"""A map of ideas: those that resemble each other are near. Always the same for the same file.

Places come from the meaning of the ideas, drawn towards the middle of the theme they were first
given, so that themes make areas (t-SNE, van der Maaten and Hinton 2008, exact, started from the
principal axes: nothing is drawn at random). The colour is today's theme. Above :data:`DOTS` ideas
a dot is a small group of ideas that are nearly alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.search import Index
from beffroi.consultation.shown import shown
from beffroi.consultation.synthesis import NB, number
from beffroi.consultation.types import Answer, Result

DOTS = 500
#: How much the middle of its theme weighs beside the meaning of an idea.
PULL = 0.25
_AXES = 30
#: Room kept at the edges of the drawing, in percent.
EDGE = 4.0


@dataclass(frozen=True, kw_only=True)
class Layout:
    """``spots`` (m, 2): places of the dots, 0 to 100; ``dots`` (n,): the dot of each idea."""

    spots: NDArray[np.float32]
    dots: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """One idea, or ``count`` ideas nearly alike; ``row`` and ``text`` are those of the first."""

    x: float
    y: float
    theme: str
    row: int
    text: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """A theme on the map: its number there, and where most of its ideas are."""

    id: str
    title: str
    number: int
    x: float
    y: float
    ideas: int


@dataclass(frozen=True, kw_only=True, slots=True)
class IdeaMap:
    """``ideas`` is how many the consultation has, ``placed`` how many the dots stand for."""

    dots: tuple[Dot, ...]
    areas: tuple[Area, ...]
    ideas: int
    placed: int

    @property
    def grouped(self) -> bool:
        """Whether a dot may stand for several ideas."""
        return any(dot.count > 1 for dot in self.dots)

    def middle(self, area: Area) -> Dot:
        """The dot of the theme that is nearest to where the theme is named."""
        own = [dot for dot in self.dots if dot.theme == area.id]
        return min(own, key=lambda dot: (_apart(dot, area), dot.row))


def _apart(one: Dot | Area, other: Dot | Area) -> float:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2


def neighbours(drawn: IdeaMap) -> dict[str, str]:
    """Theme → title of the theme whose dots are nearest to its own, on the average."""
    found: dict[str, str] = {}
    for area in drawn.areas:
        others = [other for other in drawn.areas if other.id != area.id]
        if others:
            found[area.id] = min(others, key=lambda other: (_apart(area, other), other.id)).title
    return found


def map_said(drawn: IdeaMap) -> str:
    """What the map shows and what it does not, in a few sentences."""
    alone = sum(dot.count for dot in drawn.dots if not dot.theme)
    sentences = [
        f"{number(drawn.placed)}{NB}idées en {len(drawn.areas)}{NB}thèmes. Deux points voisins se "
        "ressemblent ; loin l’un de l’autre, la distance ne dit rien de précis.".replace(
            " ;", f"{NB};"
        )
    ]
    if drawn.grouped:
        sentences.append("Un gros point réunit plusieurs idées presque pareilles.")
    if drawn.placed < drawn.ideas:
        sentences.append(
            f"La consultation compte {number(drawn.ideas)}{NB}idées{NB}: la carte en montre une "
            "partie, prise régulièrement dans le fichier."
        )
    if alone:
        sentences.append(f"{number(alone)}{NB}sans thème, en petits points.")
    return " ".join(sentences)


def lay_out(result: Result, index: Index) -> Layout:
    """Where each idea of ``index`` goes."""
    return laid_out(index.vectors, themes_of(result, index))


def laid_out(vectors: NDArray[np.float16], themes: Sequence[str]) -> Layout:
    """The same of the ideas’ vectors and themes alone: another process can do it."""
    points = vectors.astype(np.float32)
    if not len(points):
        return Layout(spots=np.zeros((0, 2), np.float32), dots=np.zeros(0, np.int64))
    from threadpoolctl import threadpool_limits

    points = _pulled(points - points.mean(axis=0), themes)
    with threadpool_limits(1):  # sums in the same order, whatever the number of cores
        dots = _dots(points)
        middles = np.vstack([points[dots == k].mean(axis=0) for k in range(int(dots.max()) + 1)])
        spots = _framed(_flat(middles))
    return Layout(spots=spots, dots=dots)


def idea_map(result: Result, answers: Sequence[Answer], index: Index, layout: Layout) -> IdeaMap:
    """The map with the themes of today. ``layout`` is what :func:`lay_out` gave for ``index``."""
    texts = {answer.row: answer.text for answer in answers}
    themes = themes_of(result, index)
    members: dict[int, list[int]] = defaultdict(list)
    for idea, dot in enumerate(layout.dots):
        members[int(dot)].append(idea)
    dots = tuple(
        _dot(layout.spots[k], [themes[i] for i in members[k]], index.places[members[k]], texts)
        for k in sorted(members)
    )
    return IdeaMap(
        dots=dots, areas=_areas(result, dots), ideas=index.ideas, placed=len(index.places)
    )


def themes_of(result: Result, index: Index) -> list[str]:
    """The theme (without parent) of each idea of the index; « » for none."""
    parents = {theme.id: theme.parent or theme.id for theme in result.themes}
    held = {
        (idea.row, idea.start, idea.end): parents.get(idea.theme, "")
        for answer in result.answers
        for idea in reversed(answer.ideas)
    }
    return [held.get((int(r), int(s), int(e)), "") for r, s, e in index.places]


def _pulled(points: NDArray[np.float32], themes: Sequence[str]) -> NDArray[np.float32]:
    points = points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)
    names = np.array(themes)
    pulled = points.copy()
    for name in dict.fromkeys(themes):
        if name:
            inside = names == name
            middle = points[inside].mean(axis=0)
            pulled[inside] += PULL * middle / (np.linalg.norm(middle) + 1e-9)
    return pulled


def _dots(points: NDArray[np.float32]) -> NDArray[np.int64]:
    """The dot of each idea: its own, or that of its small group when there are too many."""
    if len(points) <= DOTS:
        return np.arange(len(points))
    from sklearn.cluster import MiniBatchKMeans

    groups = MiniBatchKMeans(DOTS, random_state=0, n_init=1, batch_size=4096, max_iter=20)
    _, dots = np.unique(groups.fit_predict(points), return_inverse=True)
    return np.asarray(dots, dtype=np.int64)


def _flat(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Two axes for ``points`` (m, d)."""
    if len(points) < 5:
        return np.asarray([[i, i % 2] for i in range(len(points))], dtype=np.float32)
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE

    axes = PCA(min(_AXES, *points.shape), svd_solver="full").fit_transform(points)
    near = min(25.0, (len(points) - 1) / 3)
    drawn = TSNE(
        2, perplexity=near, init="pca", method="exact", random_state=0, max_iter=400
    ).fit_transform(axes)
    return np.asarray(drawn, dtype=np.float32)


def _framed(flat: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same places within the frame, whole tenths, the tips of the clouds brought closer."""
    low, high = np.percentile(flat, 1, axis=0), np.percentile(flat, 99, axis=0)
    wide = np.where(high - low > 1e-6, high - low, 1.0)
    share = np.clip((flat - low) / wide, 0, 1)
    return np.asarray(np.round(EDGE + (100 - 2 * EDGE) * share, 1), dtype=np.float32)


def _dot(
    spot: NDArray[np.float32],
    themes: Sequence[str],
    places: NDArray[np.int64],
    texts: Mapping[int, str],
) -> Dot:
    theme = Counter(themes).most_common(1)[0][0]
    row, start, end = (int(n) for n in places[themes.index(theme)])
    said = " ".join(shown(texts[row][start:end]).split())
    return Dot(
        x=round(float(spot[0]), 1),
        y=round(float(spot[1]), 1),
        theme=theme,
        row=row,
        text=said,
        count=len(places),
    )


def _areas(result: Result, dots: Sequence[Dot]) -> tuple[Area, ...]:
    """Themes by size; each is named where its dots are thickest (medians resist strays)."""
    tops = sorted(
        (theme for theme in result.themes if theme.parent is None),
        key=lambda theme: (-theme.n_answers, theme.id),
    )
    areas = []
    for place, theme in enumerate(tops, start=1):
        own = [dot for dot in dots if dot.theme == theme.id]
        if own:
            areas.append(
                Area(
                    id=theme.id,
                    title=theme.title,
                    number=place,
                    x=round(float(np.median([dot.x for dot in own])), 1),
                    y=round(float(np.median([dot.y for dot in own])), 1),
                    ideas=sum(dot.count for dot in own),
                )
            )
    return tuple(areas)
