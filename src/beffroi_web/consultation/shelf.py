"""What the pages of themes show, made ready for the templates. Reads only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count

from beffroi.consultation import sampling
from beffroi.consultation.assign import Given
from beffroi.consultation.crossings import columns_of as profile_of
from beffroi.consultation.report import report
from beffroi.consultation.shown import shown
from beffroi.consultation.synthesis import received
from beffroi.consultation.themes_file import as_lines
from beffroi.consultation.tracks import CRITERIA
from beffroi.consultation.types import Answer, Result, Statement
from beffroi.consultation.view import ThemeView
from beffroi_web.consultation import convert, deciding
from beffroi_web.consultation.answers import line_of
from beffroi_web.consultation.forms import themes_of
from beffroi_web.consultation.models import Consultation

#: Pages of a consultation, in the order of its tabs: route, name.
PAGES = (
    ("consultation", "Thèmes"),
    ("signaux", "Signaux à lire"),
    ("reponses", "Réponses"),
    ("comptes", "Comptes"),
    ("carte", "Carte"),
    ("profils", "Profils"),
    ("decisions", "Décisions"),
)


def versions_of(row: Consultation) -> list[Consultation]:
    """The analyses of the same file that another one replaced, the last first."""
    kept = row.first.versions.select_related("owner").defer("answers", "found")
    return list(kept.annotate(decisions=Count("changes")).order_by("-kept_at"))


def questions(row: Consultation) -> list[Consultation]:
    """The questions of the same file, this one included, in the order of the file's columns."""
    first = row.first
    return [first, *first.others.select_related("job").defer("answers", "found").order_by("pk")]


def themes_today(row: Consultation) -> str:
    """The finest themes of a consultation as they are today, each with some of its passages."""
    result, answers = opened(row)
    texts = {answer.row: answer.text for answer in answers}
    above = {theme.parent for theme in result.themes}
    return as_lines(
        [
            Given(
                id=theme.id,
                title=theme.title,
                examples=tuple(shown(texts[v.row][v.start : v.end]) for v in theme.verbatims),
            )
            for theme in result.themes
            if theme.id not in above
        ]
    )


def opened(row: Consultation) -> tuple[Result, tuple[Answer, ...]]:
    """The result with the decisions of people, and its answers."""
    answers = convert.answers_of(row)
    return convert.result_of(row, answers), answers


def heading(
    row: Consultation, result: Result, answers: Sequence[Answer], page: str
) -> dict[str, Any]:
    """What stands above every page of a consultation. ``page``: the route of the page."""
    hidden = {"profils"} if not profile_of(answers) else set()
    hidden |= {"carte"} if not row.sense else set()
    return {
        "row": row,
        "received": received(result.rows, result.accounting),
        "questions": questions(row),
        "pages": [(route, name, route == page) for route, name in PAGES if route not in hidden],
        "signals": len(result.weak_signals),
        "notices": result.notices,
    }


def themes(row: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """The page of themes: all of them, and the one asked for or the synthesis."""
    result, answers = opened(row)
    view = report(result, answers)
    chosen = _chosen(view.themes, asked.get("theme", ""))
    return {
        **heading(row, result, answers, "consultation"),
        "view": view,
        "synthesis": paragraphs(view.synthesis),
        "chosen": chosen,
        "pairs": [p for p in view.pairs if chosen and p.theme in _titles(chosen)],
        "choices": themes_of(result),
        "places": _places(result, chosen),
        "criteria": CRITERIA,
        "unplaced": sum(not a.themes for a in result.answers),
    }


def _places(result: Result, chosen: ThemeView | None) -> list[tuple[str, str]]:
    """Where the theme shown could be put: under another, or on its own. A theme that has
    sub-themes stays where it is."""
    if chosen is None or chosen.children:
        return []
    here = next(theme.parent for theme in result.themes if theme.id == chosen.id)
    alone = [] if here is None else [("", "à part, comme un thème")]
    return alone + [
        (theme.id, theme.title)
        for theme in result.themes
        if theme.parent is None and theme.id not in (here, chosen.id)
    ]


def signals(row: Consultation) -> dict[str, Any]:
    """What somebody must read: weak signals, and contradictions to check."""
    result, answers = opened(row)
    view = report(result, answers)
    return {
        **heading(row, result, answers, "signaux"),
        "urgent": [signal for signal in view.signals if signal.urgent],
        "rare": [signal for signal in view.signals if not signal.urgent],
        "pairs": view.pairs,
    }


def decisions(row: Consultation) -> dict[str, Any]:
    """Who decided what, the last first."""
    result, answers = opened(row)
    made = list(row.changes.select_related("author").order_by("-pk"))
    by_hand = sum(a.decided_by != "machine" for a in result.answers)
    return {
        **heading(row, result, answers, "decisions"),
        "decisions": [(change, change.args.get(deciding.EFFECT)) for change in made],
        "versions": [] if row.former_of else versions_of(row),
        "moved": len(moved(row)),
        "can_undo": any(not change.undone for change in made),
        "by_hand": by_hand,
        "by_machine": len(result.answers) - by_hand,
    }


def moved(row: Consultation) -> dict[int, str]:
    """The answers that people moved, and where to: the last move counts."""
    found: dict[int, str] = {}
    for change in row.changes.filter(undone=False, act__in=("deplacer", "suivre")):
        if change.act == "deplacer":
            found[int(change.args["reponse"])] = change.args["vers"]
        else:
            found |= {int(number): theme for number, theme in change.args["reponses"].items()}
    return found


def to_sign(row: Consultation) -> dict[str, Any]:
    """The report, before its signature and after."""
    result, answers = opened(row)
    view = report(result, answers)
    return {
        **heading(row, result, answers, "rapport"),
        "view": view,
        "synthesis": paragraphs(view.synthesis),
        "method": view.method,
        "reading": reading_said(row),
        "unplaced": sum(not a.themes for a in result.answers),
    }


def paragraphs(said: Sequence[Statement]) -> list[list[tuple[str, Any]]]:
    """Sentences of the synthesis, a paragraph a theme: what a minority says follows its theme."""
    found: list[list[tuple[str, Any]]] = []
    last = ""
    for sentence in said:
        theme = sentence.about.partition("/")[0]
        if not theme or theme != last:
            found.append([])
        found[-1].append((sentence.text, sentence.cites))
        last = theme
    return found


def _chosen(themes: Sequence[ThemeView], wanted: str) -> ThemeView | None:
    every = [*themes, *(child for theme in themes for child in theme.children)]
    return next((theme for theme in every if theme.id == wanted), None)


def _titles(theme: ThemeView) -> set[str]:
    return {theme.title, *(child.title for child in theme.children)}


def sample(row: Consultation) -> list[dict[str, Any]]:
    """The answers to read again, with what was already said of them."""
    result, answers = opened(row)
    texts = {answer.row: answer for answer in answers}
    titles = {theme.id: theme.title for theme in result.themes}
    by_row = {a.row: a for a in result.answers if a.ideas}
    known = dict(row.readings.values_list("row", "right"))
    return [
        {**line_of(by_row[n], texts[n], titles, by_row[n].position), "right": known.get(n)}
        for n in deciding.sample_of(row, sorted(by_row))
    ]


def reading_said(row: Consultation) -> str:
    """« Sur 40 réponses relues, 33 bien classées… »"""
    verdicts = list(row.readings.values_list("right", flat=True))
    return sampling.said(sum(verdicts), len(verdicts))
