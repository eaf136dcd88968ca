"""Counts, positions, verbatims and synthesis of a result, computed from its answers alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from beffroi.consultation.position import about_a_proposal, of_answer
from beffroi.consultation.segment import count_words
from beffroi.consultation.synthesis import Material, synthesis
from beffroi.consultation.tracks import tracks
from beffroi.consultation.types import POSITIONS, Answer, Idea, Position, Result, Theme

SHOWN = 5


def recount(result: Result, answers: Sequence[Answer]) -> Result:
    """The same themes and answers, every number and sentence made anew."""
    people = {answer.row: answer.person or f"#{answer.row}" for answer in answers}
    texts = {answer.row: answer.text for answer in answers}
    ideas = _by_theme(result)
    copies: dict[int, list[int]] = defaultdict(list)
    for answer in result.answers:
        copies[answer.copy_of or answer.row].append(answer.row)
    themes = tuple(_theme(t, ideas[t.id], copies, people, texts) for t in result.themes)
    known = {theme.id for theme in themes}
    pairs = tuple(pair for pair in result.contradictions if pair.theme in known)
    found = replace(result, themes=themes, contradictions=pairs)
    return replace(found, synthesis=synthesis(material_of(found, answers)), tracks=tracks(found))


def material_of(result: Result, answers: Sequence[Answer]) -> Material:
    """What the synthesis of ``result`` is made of."""
    texts = {answer.row: answer.text for answer in answers}
    return Material(
        rows=result.rows,
        accounting=result.accounting,
        themes=result.themes,
        answers=result.answers,
        texts=texts,
        proposal=about_a_proposal(result.question, list(texts.values())),
    )


def _by_theme(result: Result) -> Mapping[str, list[Idea]]:
    """Theme id → its ideas; a theme has those of its sub-themes too."""
    parents = {theme.id: theme.parent for theme in result.themes}
    found: dict[str, list[Idea]] = defaultdict(list)
    for answer in result.answers:
        for idea in answer.ideas:
            found[idea.theme].append(idea)
            parent = parents.get(idea.theme)
            if parent:
                found[parent].append(idea)
    return found


def _theme(
    theme: Theme,
    ideas: Sequence[Idea],
    copies: Mapping[int, Sequence[int]],
    people: Mapping[int, str],
    texts: Mapping[int, str],
) -> Theme:
    stated: dict[int, list[Position]] = defaultdict(list)
    for idea in ideas:
        stated[idea.row].append(idea.position)
    positions: dict[Position, int] = dict.fromkeys(POSITIONS, 0)
    for row, found in stated.items():
        positions[of_answer(found)] += len(copies[row])
    return replace(
        theme,
        n_answers=sum(positions.values()),
        n_people=len({people[r] for row in stated for r in copies[row]}),
        positions=positions,
        verbatims=_verbatims(theme, ideas, texts),
    )


def _verbatims(theme: Theme, ideas: Sequence[Idea], texts: Mapping[int, str]) -> tuple[Idea, ...]:
    """Those that are still there, then the most readable of the others."""
    places = {(idea.row, idea.start): idea for idea in ideas}
    kept = [places[v.row, v.start] for v in theme.verbatims if (v.row, v.start) in places]
    rest = sorted(
        (idea for idea in ideas if idea not in kept),
        key=lambda i: (abs(count_words(texts[i.row][i.start : i.end]) - 18), i.row),
    )
    return tuple([*kept, *rest][:SHOWN])
