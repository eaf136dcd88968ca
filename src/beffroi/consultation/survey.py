"""Which column is what in the export of a survey tool: open question, closed one, person, profile.

Recognised by the shape of their headings: LimeSurvey, Framaforms, Google and Microsoft Forms,
Decidim, Cap Collectif. Any other file goes by what its cells hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from beffroi.consultation.fold import fold
from beffroi.consultation.table import Table
from beffroi.consultation.types import Answer

Role = Literal["ouverte", "fermee", "personne", "technique", "vide"]

#: Tool → sets of headings (folded) that only its exports have together, one set a language or form.
EXPORTS: dict[str, tuple[frozenset[str], ...]] = {
    tool: tuple(frozenset(name.strip() for name in line.split("|")) for line in lines)
    for tool, lines in {
        "LimeSurvey": (
            "submitdate|lastpage|startlanguage",
            "date de soumission|derniere page|langue de depart",
            "date submitted|last page|start language",
        ),
        "Framaforms": (
            "serial|sid|draft",
            "numero de serie|sid|brouillon",
            "serial|sid|time",
            "numero de serie|sid|heure",
        ),
        "Google Forms": ("horodateur", "timestamp"),
        "Microsoft Forms": (
            "heure de debut|heure de fin",
            "start time|completion time",
            "heure de debut|heure d achevement",
        ),
        "Cap Collectif": (
            "contributions id|contributions bodytext",
            "contribution id|contribution bodytext",
            "authorid|authortype|trashed",
        ),
        "Decidim": (
            "id|category id|body",
            "id|category id|body fr",
            "id|component id|body",
            "id|component id|body fr",
            "id|session token|ip hash",
            "id|locale|alignment|body",
        ),
    }.items()
}
_TECHNICAL = frozenset(
    name.strip()
    for name in """horodateur|timestamp|submitdate|lastpage|startlanguage|seed|startdate|datestamp|
    ipaddr|refurl|serial|sid|time|draft|uid|heure de debut|heure de fin|heure d achevement|
    heure de la derniere modification|start time|completion time|last modified time|date|
    created at|updated at|published at|createdat|updatedat|publishedat|category id|scope id|url|
    reference|ip address|adresse ip|id de reponse|id de la reponse|response id|token|
    date de soumission|derniere page|langue de depart|tete de serie|graine|date de lancement|
    date de la derniere action|url referente|date submitted|last page|start language|date started|
    date last action|referrer url|numero de serie|brouillon|heure|session token|ip hash|
    user status|locale|alignment|depth|latitude|longitude|state|followers|comments|attachments|
    supports|meeting urls|related proposals|is amend|trashed|trashedstatus|authortype|
    langue|language""".split("|")
)
#: Beginnings of headings that the tools themselves fill in.
_TECHNICAL_STARTS = (
    "component ",
    "participatory space ",
    "endorsements ",
    "contributions votes",
    "contributions created",
    "contributions updated",
    "contributions url",
)
_PERSON = frozenset(
    name.strip()
    for name in """id personne|personne|participant|auteur|author id|author name|adresse e mail|
    adresse de messagerie|e mail|email|email address|courriel|nom|name|username|nom d utilisateur|
    authorid|contributions author id|contributions author username|id""".split("|")
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    name: str
    role: Role
    filled: int
    distinct: int
    mean_words: float


def tool_of(table: Table) -> str:
    """The survey tool whose export this is, or an empty string."""
    names = {fold(column) for column in table.columns}
    return next((tool for tool, forms in EXPORTS.items() if any(f <= names for f in forms)), "")


def columns_of(table: Table) -> tuple[Column, ...]:
    """Each column with its likely role, for a person to confirm."""
    return tuple(
        _column(name, [row[place] for row in table.rows])
        for place, name in enumerate(table.columns)
    )


def open_columns(table: Table) -> tuple[str, ...]:
    """The columns that hold open answers, the longest answers first."""
    found = [column for column in columns_of(table) if column.role == "ouverte"]
    return tuple(column.name for column in sorted(found, key=lambda c: -c.mean_words * c.filled))


def answers_of(table: Table, column: str, *, person: str = "") -> tuple[Answer, ...]:
    """One :class:`Answer` per row of the table for the open question of ``column``.

    Closed questions become the profile, for crossing. Raises ``UnknownName``.
    """
    at = table.column(column)
    who = table.column(person) if person else None
    closed = [i for i, c in enumerate(columns_of(table)) if c.role == "fermee" and i != at]
    return tuple(
        Answer(
            row=number,
            text=row[at],
            person=row[who].strip() if who is not None else "",
            profile={table.columns[i]: row[i].strip() for i in closed if row[i].strip()},
        )
        for number, row in enumerate(table.rows, start=1)
    )


def person_column(table: Table) -> str:
    """The column that says who answered, when one of its names says so and it repeats."""
    named = [c for c in columns_of(table) if c.role == "personne"]
    return next((c.name for c in named if c.distinct < c.filled), "")


def _column(name: str, cells: Sequence[str]) -> Column:
    filled = [cell.strip() for cell in cells if cell.strip()]
    distinct = len({cell.casefold() for cell in filled})
    words = sum(len(cell.split()) for cell in filled) / max(1, len(filled))
    return Column(
        name=name,
        role=_role(name, len(filled), distinct, words),
        filled=len(filled),
        distinct=distinct,
        mean_words=words,
    )


def _role(name: str, filled: int, distinct: int, words: float) -> Role:
    flat = fold(name)
    if not filled:
        return "vide"
    if flat in _TECHNICAL or flat.startswith(_TECHNICAL_STARTS):
        return "technique"
    if flat in _PERSON:
        return "personne"
    if distinct <= max(2, min(30, filled * 0.5)) and words < 12:
        return "fermee"
    return "ouverte" if words >= 2.5 else "technique"
