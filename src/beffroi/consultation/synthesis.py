"""A synthesis without any model: sentences computed from the tables, each with its answers.

Every number is counted here; every sentence cites rows; majority and minority are both said; what
could not be analysed is said; and a consultation never speaks for a whole population.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from beffroi.consultation.position import of_answer
from beffroi.consultation.types import Position, RowStatus, Sorted, Statement, Theme

NB = "\N{NO-BREAK SPACE}"
CITED = 5
_STATUS: Mapping[RowStatus, tuple[str, str]] = {
    "analysee": ("analysée", "analysées"),
    "copie": ("copie d’un texte déjà compté", "copies d’un texte déjà compté"),
    "sans_reponse": ("sans réponse", "sans réponse"),
    "hors_sujet": ("hors sujet", "hors sujet"),
    "illisible": ("illisible", "illisibles"),
    "autre_langue": ("dans une autre langue", "dans une autre langue"),
}
_POSITION: Mapping[Position, tuple[str, str]] = {
    "pour": ("favorable", "favorables"),
    "contre": ("opposée", "opposées"),
    "nuance": ("nuancée", "nuancées"),
    "sans": ("sans position", "sans position"),
}
CAUTION = (
    "Ces réponses sont celles des personnes qui ont choisi de participer : "
    "elles ne représentent pas toute la population."
).replace(" :", f"{NB}:")


def synthesis(
    *,
    rows: int,
    accounting: Mapping[RowStatus, int],
    themes: Sequence[Theme],
    answers: Sequence[Sorted],
) -> tuple[Statement, ...]:
    """Sentences in reading order: what came in, the themes, the minorities, the method."""
    top = [theme for theme in themes if theme.parent is None]
    sentences = [Statement(text=received(rows, accounting), cites=())]
    for theme in sorted(top, key=lambda t: -t.n_answers):
        sentences += about(theme, answers)
    sentences.append(Statement(text=CAUTION, cites=()))
    return tuple(sentences)


def received(rows: int, accounting: Mapping[RowStatus, int]) -> str:
    """« 312 réponses reçues : 268 analysées, 31 sans réponse… »"""
    parts = [f"{number(n)}{NB}{_STATUS[s][n > 1]}" for s, n in accounting.items() if n]
    noun = "réponses reçues" if rows > 1 else "réponse reçue"
    return f"{number(rows)}{NB}{noun}{NB}: {', '.join(parts)}."


def number(value: int) -> str:
    """A whole number as French writes it: a narrow space every three digits from 10 000 on."""
    if value < 10_000:
        return str(value)
    return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def positions_said(positions: Mapping[Position, int]) -> str:
    """« 51 favorables, 18 opposées… »: the greatest first, none left out."""
    ranked = sorted(positions.items(), key=lambda pair: -pair[1])
    return ", ".join(position_said(p, n) for p, n in ranked if n)


def position_said(position: Position, count: int) -> str:
    """« 51 favorables »."""
    return f"{number(count)}{NB}{_POSITION[position][count > 1]}"


def about(theme: Theme, answers: Sequence[Sorted]) -> list[Statement]:
    """How many answers, on which side, and the minority: one or two sentences, computed."""
    under = [answer for answer in answers if theme.id in answer.themes or _child(theme, answer)]
    noun = "réponses" if theme.n_answers > 1 else "réponse"
    text = f"«{NB}{theme.title}{NB}»{NB}: {number(theme.n_answers)}{NB}{noun}"
    shown = [idea.row for idea in theme.verbatims] or [answer.row for answer in under]
    sentences = [
        Statement(
            text=f"{text} ({positions_said(theme.positions)}).",
            cites=tuple(shown[:CITED]),
            about=theme.id,
        )
    ]
    minority = minority_of(theme)
    if minority:
        rows = tuple(a.row for a in under if inside(theme, a) == minority)[:CITED]
        count = theme.positions[minority]
        sentences.append(
            Statement(
                text=f"Une minorité ({number(count)}{NB}réponse{'s' * (count > 1)}) défend la "
                f"position inverse.",
                cites=rows,
                about=f"{theme.id}/{minority}",
            )
        )
    return sentences


def inside(theme: Theme, answer: Sorted) -> Position:
    """The position of ``answer`` inside ``theme``: that of its ideas there (``sans`` for none)."""
    return of_answer(
        idea.position
        for idea in answer.ideas
        if idea.theme == theme.id or idea.theme.startswith(f"{theme.id}.")
    )


def _child(theme: Theme, answer: Sorted) -> bool:
    return any(name.startswith(f"{theme.id}.") for name in answer.themes)


def minority_of(theme: Theme) -> Position | None:
    """The smaller of for and against when both are there."""
    pour, contre = theme.positions["pour"], theme.positions["contre"]
    if not pour or not contre or pour == contre:
        return None
    return "contre" if contre < pour else "pour"
