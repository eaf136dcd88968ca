"""What a person decides of a result: rename, merge, split, nest, move, create, delete.

Each function gives a new result whose counts, positions, verbatims and synthesis are computed
again; nothing of the answers changes. ``by`` is who decided: it is kept with each answer touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from beffroi.consultation.fold import fold
from beffroi.consultation.recount import recount
from beffroi.consultation.types import POSITIONS, Answer, Idea, Result, Sorted, Theme
from beffroi.errors import UnknownName


def rename(result: Result, answers: Sequence[Answer], *, theme: str, title: str) -> Result:
    """The same theme under a title that a person chose."""
    _known(result, theme)
    themes = tuple(replace(t, title=title) if t.id == theme else t for t in result.themes)
    return recount(replace(result, themes=themes), answers)


def merge(result: Result, answers: Sequence[Answer], *, theme: str, into: str, by: str) -> Result:
    """All that is under ``theme`` and its sub-themes goes under ``into``."""
    gone = {theme, *(t.id for t in result.themes if t.parent == theme)} - {into}
    _known(result, theme), _known(result, into)
    if theme == into:
        return result
    kept = replace(result, themes=tuple(_kept(result.themes, gone, into)))
    return recount(_relabelled(kept, lambda idea: idea.theme in gone, into, by), answers)


def move(result: Result, answers: Sequence[Answer], *, row: int, theme: str, by: str) -> Result:
    """The answer of ``row`` goes, whole, under ``theme``; « » takes it out of all themes."""
    if theme:
        _known(result, theme)
    return recount(_relabelled(result, lambda idea: idea.row == row, theme, by), answers)


def move_all(
    result: Result, answers: Sequence[Answer], *, moves: Mapping[int, str], by: str
) -> Result:
    """Several answers, each whole, under the theme that ``moves`` gives for its row."""
    for theme in dict.fromkeys(moves.values()):
        _known(result, theme)
        rows = {row for row, into in moves.items() if into == theme}
        result = _relabelled(result, lambda idea, rows=rows: idea.row in rows, theme, by)  # type: ignore[misc]
    return recount(result, answers)


def split(
    result: Result, answers: Sequence[Answer], *, theme: str, word: str, title: str, by: str
) -> Result:
    """The ideas of ``theme`` that hold ``word`` become a theme of their own, beside it."""
    texts = {answer.row: answer.text for answer in answers}
    inside = {theme, *(t.id for t in result.themes if t.parent == theme)}
    flat = fold(word)

    def taken(idea: Idea) -> bool:
        passage = f" {fold(texts[idea.row][idea.start : idea.end])}"
        return idea.theme in inside and f" {flat}" in passage

    if not flat or not any(taken(idea) for answer in result.answers for idea in answer.ideas):
        raise UnknownName(f"Aucun passage de ce thème ne contient « {word} ».")
    made = create(result, answers, title=title, parent=_known(result, theme).parent)
    return recount(_relabelled(made, taken, made.themes[-1].id, by), answers)


def nest(result: Result, answers: Sequence[Answer], *, theme: str, under: str) -> Result:
    """``theme`` becomes a sub-theme of ``under``, or a theme of its own when ``under`` is « »."""
    moved = _known(result, theme)
    if under and _known(result, under).parent is not None:
        raise UnknownName("Un sous-thème ne peut pas en contenir un autre.")
    if under and (under == theme or any(t.parent == theme for t in result.themes)):
        raise UnknownName(
            f"« {moved.title} » a des sous-thèmes.",
            next_step="Déplacez d’abord ses sous-thèmes, ou réunissez les deux thèmes.",
        )
    themes = tuple(replace(t, parent=under or None) if t.id == theme else t for t in result.themes)
    return recount(replace(result, themes=themes), answers)


def create(
    result: Result, answers: Sequence[Answer], *, title: str, parent: str | None = None
) -> Result:
    """One more theme, empty until answers are moved there."""
    numbers = [int(t.id[1:].split(".")[0]) for t in result.themes if t.id[1:2].isdigit()]
    theme = Theme(
        id=f"t{max(numbers, default=0) + 1}",
        title=title,
        description="",
        parent=parent,
        n_answers=0,
        n_people=0,
        positions=dict.fromkeys(POSITIONS, 0),
    )
    return replace(result, themes=(*result.themes, theme))


def delete(result: Result, answers: Sequence[Answer], *, theme: str, by: str) -> Result:
    """The theme disappears; its answers stay, « non classé » when they have no other theme."""
    _known(result, theme)
    gone = {theme, *(t.id for t in result.themes if t.parent == theme)}
    kept = replace(result, themes=tuple(t for t in result.themes if t.id not in gone))
    return recount(_relabelled(kept, lambda idea: idea.theme in gone, "", by), answers)


def _known(result: Result, theme: str) -> Theme:
    found = next((t for t in result.themes if t.id == theme), None)
    if found is None:
        raise UnknownName(f"Le thème « {theme} » n’existe pas ou n’existe plus.")
    return found


def _kept(themes: Sequence[Theme], gone: Collection[str], into: str) -> list[Theme]:
    """Themes that stay; a sub-theme that receives its own parent becomes a theme."""
    return [
        replace(t, parent=None) if t.id == into and t.parent in gone else t
        for t in themes
        if t.id not in gone
    ]


def _relabelled(result: Result, chosen: Callable[[Idea], bool], theme: str, by: str) -> Result:
    touched: dict[int, Sorted] = {}
    for answer in result.answers:
        ideas = tuple(replace(i, theme=theme) if chosen(i) else i for i in answer.ideas)
        if ideas != answer.ideas:
            touched[answer.row] = _sorted(answer, ideas, by)
    return replace(result, answers=tuple(_after(a, touched) for a in result.answers))


def _sorted(answer: Sorted, ideas: tuple[Idea, ...], by: str) -> Sorted:
    weight: Counter[str] = Counter()
    for idea in ideas:
        weight[idea.theme] += idea.end - idea.start
    themes = tuple(name for name, _ in weight.most_common() if name)
    flags = tuple(flag for flag in answer.flags if flag not in ("autre", "non classé"))
    return replace(
        answer,
        ideas=ideas,
        themes=themes,
        flags=flags if themes else (*flags, "non classé"),
        decided_by=by,
    )


def _after(answer: Sorted, touched: dict[int, Sorted]) -> Sorted:
    """A copy follows the text that it repeats."""
    first = touched.get(answer.copy_of or 0)
    if first is not None:
        return replace(answer, themes=first.themes, decided_by=first.decided_by)
    return touched.get(answer.row, answer)
