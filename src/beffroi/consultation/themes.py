"""Groups of ideas as themes: ids, titles, counts of answers and people, positions, verbatims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from beffroi.consultation import label, verbatims
from beffroi.consultation.assign import Given
from beffroi.consultation.group import centres_of
from beffroi.consultation.place import Placed
from beffroi.consultation.position import of_answer
from beffroi.consultation.types import POSITIONS, Idea, Position, Row, Theme


def name(
    placed: Placed, rows: Sequence[Row], given: Sequence[Given]
) -> tuple[tuple[Theme, ...], Placed]:
    """The themes of what was placed, the largest first, and the ideas with their theme's id."""
    ids = _ids(placed, given)
    named = tuple(
        replace(idea, theme=ids.get(int(k), ""))
        for idea, k in zip(placed.ideas, placed.labels, strict=True)
    )
    full = replace(placed, ideas=named)
    return _themes(full, ids, rows, given), full


def _ids(placed: Placed, given: Sequence[Given]) -> dict[int, str]:
    """Sub-theme number → public id: ``t3`` alone in its theme, ``t3.2`` beside others."""
    if given:
        return {k: theme.id for k, theme in enumerate(given)}
    sizes = Counter(int(k) for k in placed.labels if k >= 0)
    parents: dict[int, list[int]] = defaultdict(list)
    for k in sizes:
        parents[int(placed.parents[k])].append(k)
    ranked = sorted(parents.values(), key=lambda ks: (-sum(sizes[k] for k in ks), min(ks)))
    return {
        k: f"t{i}" if len(ks) == 1 else f"t{i}.{j}"
        for i, ks in enumerate(ranked, start=1)
        for j, k in enumerate(sorted(ks, key=lambda k: (-sizes[k], k)), start=1)
    }


def _themes(
    named: Placed, ids: Mapping[int, str], rows: Sequence[Row], given: Sequence[Given]
) -> tuple[Theme, ...]:
    members: dict[str, list[int]] = {name: [] for name in ids.values()}
    for i, idea in enumerate(named.ideas):
        if idea.theme:
            members[idea.theme].append(i)
            if "." in idea.theme and not given:
                members.setdefault(idea.theme.split(".")[0], []).append(i)
    texts = {name: [named.texts[i] for i in found] for name, found in members.items()}
    labels = label.label(texts, {} if given else _under(members))
    titles = {theme.id: theme for theme in given}
    weights = _weights(rows)
    return tuple(
        _theme(name, members[name], named, labels[name], titles.get(name), weights)
        for name in sorted(members, key=_order)
    )


def _under(members: Mapping[str, list[int]]) -> dict[str, list[str]]:
    """Theme id → its sub-themes, the largest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(members, key=lambda name: (-len(members[name]), _order(name))):
        if "." in name:
            found[name.split(".")[0]].append(name)
    return dict(found)


def _order(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in name[1:].split(".")]


@dataclass(frozen=True, kw_only=True)
class _Weight:
    """How many answers repeat a row's text, and who wrote them."""

    answers: int
    people: frozenset[str]


def _weights(rows: Sequence[Row]) -> dict[int, _Weight]:
    people: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row.status in ("analysee", "copie"):
            people[row.copy_of or row.answer.row].append(row.answer.person or f"#{row.answer.row}")
    return {
        row: _Weight(answers=len(names), people=frozenset(names)) for row, names in people.items()
    }


def _theme(
    name: str,
    members: list[int],
    named: Placed,
    words: label.Label,
    given: Given | None,
    weights: Mapping[int, _Weight],
) -> Theme:
    found = [named.ideas[i] for i in members]
    rows = sorted({idea.row for idea in found})
    stances: dict[int, list[Position]] = defaultdict(list)
    for idea in found:
        stances[idea.row].append(idea.position)
    positions: dict[Position, int] = dict.fromkeys(POSITIONS, 0)
    for row, stated in stances.items():
        positions[of_answer(stated)] += weights[row].answers
    total = sum(weights[row].answers for row in rows)
    assert sum(positions.values()) == total
    title = given.title if given else words.title
    return Theme(
        id=name,
        title=title,
        description=(given.description if given else "") or describe(words),
        parent=given.parent if given else _parent(name),
        n_answers=total,
        n_people=len(frozenset().union(*(weights[row].people for row in rows))) if rows else 0,
        positions=positions,
        words=words.words,
        verbatims=_verbatims(members, named),
    )


def _parent(name: str) -> str | None:
    return name.split(".")[0] if "." in name else None


def describe(words: label.Label) -> str:
    """One sentence, computed: what the answers under a theme speak of."""
    if not words.words:
        return "Réponses trop diverses pour être résumées par quelques mots."
    said = ", ".join(words.words[:3])
    return f"On y parle surtout de\N{NO-BREAK SPACE}: {said}."


def _verbatims(members: list[int], named: Placed) -> tuple[Idea, ...]:
    if not members:
        return ()
    points = named.points[members]
    centre = centres_of(points, np.zeros(len(members), dtype=np.int64))[0]
    chosen = verbatims.choose(points, centre, [named.texts[i] for i in members])
    return tuple(named.ideas[members[i]] for i in chosen)
