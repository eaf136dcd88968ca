"""What the pages show, made ready for the templates. Reads only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.utils import timezone

from beffroi.consultation import sampling
from beffroi.consultation.account import fold
from beffroi.consultation.report import METHOD, POSITION_NAMES, ThemeView, report
from beffroi.consultation.shown import shown
from beffroi.consultation.survey import columns_of
from beffroi.consultation.synthesis import inside
from beffroi.consultation.tracks import CRITERIA
from beffroi.consultation.types import MACHINE, Answer, Result, Sorted
from beffroi_web.consultation import actions, convert
from beffroi_web.consultation.forms import themes_of
from beffroi_web.consultation.models import Consultation

PER_PAGE = 20
PREVIEWED = 5
ROLES = {
    "ouverte": "réponses écrites",
    "fermee": "choix ou profil",
    "personne": "personne",
    "technique": "technique",
    "vide": "vide",
}


def wizard(row: Consultation) -> dict[str, Any]:
    """The columns of the file with their likely role, and its first rows."""
    table = convert.table_of(row)
    columns = columns_of(table)
    return {
        "row": row,
        "columns": [{"name": c.name, "role": ROLES[c.role], "filled": c.filled} for c in columns],
        "choices": [
            (c.name, f"{c.name[:120]} ({c.filled} cases remplies, {ROLES[c.role]})")
            for c in sorted(columns, key=lambda c: c.role != "ouverte")
            if c.role != "vide"
        ],
        "preview": [[shown(cell[:160]) for cell in line] for line in table.rows[:PREVIEWED]],
    }


def waiting(row: Consultation) -> dict[str, Any]:
    """A consultation being analysed, or whose analysis ended without a result."""
    job = row.job
    started = job.started_at if job else None
    elapsed = (timezone.now() - started).total_seconds() if started else 0.0
    return {"row": row, "job": job, "elapsed": round(elapsed, 1)}


def themes(row: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """The page of themes: all of them, the one asked for, and the answers that match."""
    answers = convert.answers_of(row)
    result = convert.result_of(row, answers)
    view = report(result, answers)
    chosen = _chosen(view.themes, asked.get("theme", ""))
    word, position = asked.get("q", "").strip(), asked.get("position", "")
    found = _answers(result, answers, asked, chosen)
    return {
        "row": row,
        "view": view,
        "chosen": chosen,
        "pairs": [p for p in view.pairs if chosen and p.theme in _titles(chosen)],
        "word": word,
        "position": position,
        "positions": POSITION_NAMES,
        "page": Paginator(found, PER_PAGE).get_page(asked.get("page")),
        "choices": themes_of(result),
        "decisions": list(row.changes.select_related("author").order_by("-pk")[:20]),
        "reading": reading_said(row),
        "criteria": CRITERIA,
        "method": METHOD,
        "unplaced": sum(not a.themes for a in result.answers),
    }


def _chosen(themes: Sequence[ThemeView], wanted: str) -> ThemeView | None:
    every = [*themes, *(child for theme in themes for child in theme.children)]
    return next((theme for theme in every if theme.id == wanted), None)


def _titles(theme: ThemeView) -> set[str]:
    return {theme.title, *(child.title for child in theme.children)}


def _answers(
    result: Result,
    answers: Sequence[Answer],
    asked: Mapping[str, str],
    chosen: ThemeView | None,
) -> list[dict[str, Any]]:
    """The answers under the theme, with the position and the word that were asked for."""
    texts = {answer.row: answer for answer in answers}
    titles = {theme.id: theme.title for theme in result.themes}
    at = {theme.id: theme for theme in result.themes}
    word, position = fold(asked.get("q", "")), asked.get("position", "")
    within = {chosen.id, *(child.id for child in chosen.children)} if chosen else set()
    number = asked.get("reponse", "")
    found = []
    for answer in result.answers:
        stance = inside(at[chosen.id], answer) if chosen and answer.ideas else answer.position
        if (
            (within and not within & set(answer.themes))
            or (asked.get("theme") == "aucun" and answer.themes)
            or (position and stance != position)
            or (word and word not in fold(texts[answer.row].text))
            or (number and str(answer.row) != number)
        ):
            continue
        found.append(_line(answer, texts[answer.row], titles, stance))
    return found


def _line(answer: Sorted, given: Answer, titles: Mapping[str, str], stance: str) -> dict[str, Any]:
    return {
        "row": answer.row,
        "text": shown(given.text),
        "position": POSITION_NAMES[stance],  # type: ignore[index]
        "themes": [titles[name] for name in answer.themes if name in titles],
        "theme": answer.themes[0] if answer.themes else "",
        "profile": ", ".join(given.profile.values()),
        "copy_of": answer.copy_of,
        "by": "" if answer.decided_by == MACHINE else answer.decided_by,
    }


def sample(row: Consultation) -> list[dict[str, Any]]:
    """The answers to read again, with what was already said of them."""
    answers = convert.answers_of(row)
    result = convert.result_of(row, answers)
    texts = {answer.row: answer for answer in answers}
    titles = {theme.id: theme.title for theme in result.themes}
    by_row = {a.row: a for a in result.answers if a.ideas}
    known = dict(row.readings.values_list("row", "right"))
    return [
        {**_line(by_row[n], texts[n], titles, by_row[n].position), "right": known.get(n)}
        for n in actions.sample_of(row, sorted(by_row))
    ]


def reading_said(row: Consultation) -> str:
    """« Sur 40 réponses relues, 33 bien classées… »"""
    verdicts = list(row.readings.values_list("right", flat=True))
    return sampling.said(sum(verdicts), len(verdicts))
