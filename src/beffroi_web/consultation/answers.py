"""The page of answers: those that match what was asked, a page at a time. Reads only.

An answer is shown without the profile of who wrote it: age, district and words together would
name a person. Profiles are only shown as counts (:mod:`beffroi.consultation.crossings`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.paginator import Paginator

from beffroi.consultation.crossings import SMALL, people_in
from beffroi.consultation.position import of_answer
from beffroi.consultation.report import POSITION_NAMES
from beffroi.consultation.search import Found, by_words
from beffroi.consultation.shown import shown
from beffroi.consultation.types import MACHINE, Answer, Position, Result, Sorted, Theme
from beffroi_web.consultation.forms import themes_of

PER_PAGE = 20
#: Values of the choice of a theme that are not themes.
NO_THEME = "aucun"
#: What a query is near to, the nearest first.
Near = Callable[[str], Sequence[Found]]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the page was asked for; empty fields ask for nothing."""

    word: str = ""
    by_meaning: bool = False
    theme: str = ""
    position: str = ""
    row: str = ""
    column: str = ""
    value: str = ""


def asked_of(values: Mapping[str, str]) -> Asked:
    """The request of a page's address."""
    return Asked(
        word=values.get("q", "").strip()[:200],
        by_meaning=values.get("par") == "sens",
        theme=values.get("theme", ""),
        position=values.get("position", ""),
        row=values.get("reponse", ""),
        column=values.get("colonne", ""),
        value=values.get("valeur", ""),
    )


def matching(result: Result, answers: Sequence[Answer], asked: Asked) -> list[Sorted]:
    """The answers of the theme, position and profile asked for, in the order of the file."""
    kept = [_of_theme(result, asked), _of_profile(result, answers, asked)]
    return [
        answer
        for answer in result.answers
        if all(match(answer) for match in kept) and (not asked.row or str(answer.row) == asked.row)
    ]


def _of_theme(result: Result, asked: Asked) -> Callable[[Sorted], bool]:
    if asked.theme == NO_THEME:
        return lambda answer: not answer.themes and asked.position in ("", answer.position)
    theme = next((t for t in result.themes if t.id == asked.theme), None)
    if theme is None:
        return lambda answer: not asked.theme and asked.position in ("", answer.position)
    within = under(theme, result)
    firsts = {answer.row: answer for answer in result.answers}

    def match(answer: Sorted) -> bool:
        stated = stance(firsts.get(answer.copy_of or answer.row, answer), within)
        return bool(within & set(answer.themes)) and asked.position in ("", stated)

    return match


def under(theme: Theme | None, result: Result) -> set[str]:
    """A theme and its sub-themes, by their ids, wherever people put them."""
    if theme is None:
        return set()
    return {theme.id, *(t.id for t in result.themes if t.parent == theme.id)}


def stance(answer: Sorted, within: Collection[str]) -> Position:
    """The position of an answer, inside those themes when there are some."""
    if not within or not answer.ideas:
        return answer.position
    return of_answer(idea.position for idea in answer.ideas if idea.theme in within)


def _of_profile(
    result: Result, answers: Sequence[Answer], asked: Asked
) -> Callable[[Sorted], bool]:
    """Answers of the people of one category; none when they are fewer than five."""
    if not asked.column:
        return lambda answer: True
    rows = people_in(result, answers, asked.column, asked.value, theme=asked.theme)
    return lambda answer: answer.row in rows


def found_by(
    result: Result, answers: Sequence[Answer], asked: Asked, near: Near | None
) -> tuple[list[Sorted], dict[int, Found]]:
    """The answers that match, and the passages that made them match when meaning was asked for,
    the nearest first."""
    kept = matching(result, answers, asked)
    if not asked.word:
        return kept, {}
    if asked.by_meaning and near is not None:
        passages: dict[int, Found] = {}
        for found in near(asked.word):
            passages.setdefault(found.row, found)
        rows = {answer.row: answer for answer in kept}
        return [rows[row] for row in passages if row in rows], passages
    texts = {answer.row: answer.text for answer in answers}
    rows_held = set(by_words({answer.row: texts[answer.row] for answer in kept}, asked.word))
    return [answer for answer in kept if answer.row in rows_held], {}


def page_of(
    result: Result,
    answers: Sequence[Answer],
    values: Mapping[str, str],
    near: Near | None = None,
) -> dict[str, Any]:
    """The answers asked for, with what was asked, for the template. ``near`` searches meanings."""
    asked = asked_of(values)
    found, passages = found_by(result, answers, asked, near)
    found = [] if asked.column and _too_few(found, answers) else found
    theme = next((t for t in result.themes if t.id == asked.theme), None)
    page = Paginator(found, PER_PAGE).get_page(values.get("page"))
    return {
        "asked": asked,
        "page": page,
        "lines": lines(page.object_list, result, answers, theme, passages),
        "theme": theme,
        "choices": themes_of(result),
        "positions": POSITION_NAMES,
        "few": bool(asked.column) and not found,
        "small": SMALL,
        "meanings": near is not None,
    }


def _too_few(found: Sequence[Sorted], answers: Sequence[Answer]) -> bool:
    """Whether so few people wrote them that their profile would name them."""
    people = {answer.row: answer.person or f"#{answer.row}" for answer in answers}
    return len({people[answer.row] for answer in found}) < SMALL


def lines(
    found: Sequence[Sorted],
    result: Result,
    answers: Sequence[Answer],
    theme: Theme | None = None,
    passages: Mapping[int, Found] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """Answers ready to be shown; the passages found are set apart in their text."""
    texts = {answer.row: answer for answer in answers}
    titles = {t.id: t.title for t in result.themes}
    within = under(theme, result)
    shown_lines = [line_of(a, texts[a.row], titles, stance(a, within)) for a in found]
    for line in shown_lines:
        passage = passages.get(line["row"])
        said = shown(texts[line["row"]].text[passage.start : passage.end]) if passage else ""
        before, cut, after = line["text"].partition(said) if said else (line["text"], "", "")
        line["parts"] = (before, cut, after)
    return shown_lines


def line_of(
    answer: Sorted, given: Answer, titles: Mapping[str, str], stated: Position
) -> dict[str, Any]:
    """One answer ready to be shown: its words, personal data hidden, and where it was put."""
    return {
        "row": answer.row,
        "text": shown(given.text),
        "position": POSITION_NAMES[stated],
        "themes": [(name, titles[name]) for name in answer.themes if name in titles],
        "theme": answer.themes[0] if answer.themes else "",
        "copy_of": answer.copy_of,
        "by": "" if answer.decided_by == MACHINE else answer.decided_by,
        "flag": next((flag for flag in answer.flags if flag != "copie"), ""),
    }
