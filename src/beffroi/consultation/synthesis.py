"""A synthesis without any model: sentences computed from the tables, each with its answers.

Every number is counted here; every sentence cites rows; majority and minority are both said; what
could not be analysed is said; and a consultation never speaks for a whole population.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from beffroi.consultation.position import of_answer
from beffroi.consultation.segment import count_words
from beffroi.consultation.shown import shown
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


#: What « favorable » and « opposée » mean, about a proposal and for an open question.
_ABOUT_PROPOSAL = "Une réponse est dite favorable ou opposée à ce qui est proposé."
_ABOUT_ALL = (
    "Une réponse est dite favorable quand elle demande ou soutient ce dont elle parle, opposée "
    "quand elle le refuse ou en demande moins."
)
_SEVERAL = "Elle peut parler de plusieurs thèmes."
#: Words of a passage that a synthesis quotes.
_QUOTED = range(6, 36)


@dataclass(frozen=True, kw_only=True)
class Material:
    """What a synthesis is made of. ``texts``: row → the answer; ``proposal``: people were asked
    to be for or against something."""

    rows: int
    accounting: Mapping[RowStatus, int]
    themes: Sequence[Theme]
    answers: Sequence[Sorted]
    texts: Mapping[int, str]
    proposal: bool


def synthesis(
    material: Material, said: Mapping[str, tuple[str, str]] | None = None
) -> tuple[Statement, ...]:
    """Sentences in reading order: what came in, the themes, the minorities, the caution.

    ``said``: theme → what a model words of its majority and of its minority, verified before.
    """
    top = [theme for theme in material.themes if theme.parent is None and theme.n_answers]
    sentences = [Statement(text=received(material.rows, material.accounting), cites=())]
    if top:
        meant = _ABOUT_PROPOSAL if material.proposal else _ABOUT_ALL
        sentences.append(Statement(text=f"{meant} {_SEVERAL}", cites=()))
    for theme in sorted(top, key=lambda t: -t.n_answers):
        sentences += about(theme, material, *(said or {}).get(theme.id, ("", "")))
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


def about(
    theme: Theme, material: Material, majority: str = "", minority: str = ""
) -> list[Statement]:
    """How many answers and on which side, under which sub-themes, in whose words, and what a
    minority says: computed, but for what a model worded (``majority``, ``minority``)."""
    under = [a for a in material.answers if theme.id in a.themes or _child(theme, a)]
    shown = [idea.row for idea in theme.verbatims] or [answer.row for answer in under]
    cites = tuple(dict.fromkeys(shown))[:CITED]
    text = f"«{NB}{theme.title}{NB}»{NB}: {_answers(theme.n_answers)}"
    text = f"{text} ({positions_said(theme.positions)})."
    sentences = [Statement(text=text, cites=cites, about=theme.id)]
    if majority:
        sentences.append(Statement(text=majority, cites=cites, about=theme.id))
    sentences += [*_parts(theme, material), *_quote(theme, material)]
    smaller = minority_of(theme)
    if smaller:
        rows = tuple(a.row for a in under if inside(theme, a) == smaller)[:CITED]
        side = f"{theme.id}/{smaller}"
        text = _minority(theme.positions[smaller], smaller, proposal=material.proposal)
        sentences.append(Statement(text=text, cites=rows, about=side))
        if minority:
            sentences.append(Statement(text=minority, cites=rows[:2], about=side))
    return sentences


def _answers(count: int) -> str:
    return f"{number(count)}{NB}réponse{'s' * (count > 1)}"


def _parts(theme: Theme, material: Material) -> list[Statement]:
    """The sub-themes, the largest first."""
    parts = [t for t in material.themes if t.parent == theme.id and t.n_answers]
    if len(parts) < 2:
        return []
    parts.sort(key=lambda t: (-t.n_answers, t.id))
    named = [f"«{NB}{t.title}{NB}» ({_answers(t.n_answers)})" for t in parts]
    text = f"On y distingue {', '.join(named[:-1])} et {named[-1]}."
    rows = dict.fromkeys(idea.row for t in parts for idea in t.verbatims[:1])
    return [Statement(text=text, cites=tuple(rows)[:CITED], about=theme.id)]


def _quote(theme: Theme, material: Material) -> list[Statement]:
    """The first passage shown that can be read at a glance, without a figure of its own nor
    anything to hide: a number in a synthesis is one that was counted."""
    for idea in theme.verbatims:
        passage = " ".join(material.texts.get(idea.row, "")[idea.start : idea.end].split())
        plain = shown(passage) == passage and not any(c.isdigit() for c in passage)
        closed = passage.count("(") == passage.count(")") and passage.count("«") == passage.count(
            "»"
        )
        if plain and closed and count_words(passage) in _QUOTED:
            text = f"Par exemple{NB}: «{NB}{passage.rstrip(' .')}{NB}»."
            return [Statement(text=text, cites=(idea.row,), about=theme.id)]
    return []


def _minority(count: int, position: Position, *, proposal: bool) -> str:
    """What a minority does, without saying more than what was counted."""
    if proposal:
        return f"Une minorité ({_answers(count)}) défend la position inverse."
    does = {
        "contre": "refuse quelque chose ou en demande moins",
        "pour": "demande ou soutient quelque chose",
    }[position]
    if count == 1:
        return f"Une seule réponse y {does}."
    return f"Une minorité de {_answers(count)} y {does}."


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
