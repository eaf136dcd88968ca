"""A text cut into units for the model: sentences to rewrite, titles and short ones to keep.

Order of the result for an act: title, rules, then the reasons under « Pourquoi ? », then the
signature. Visas, formula and article of execution are left in the original, and this is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.drafting.floor.act import Act, Line, read_act
from beffroi.drafting.floor.phrase import reason
from beffroi.findings import Span

#: A sentence of so many words or fewer, without administrative turns, is clear already.
SHORT = 14
_HEAVY = re.compile(
    r"\b(?:susvisée?s?|ci-(?:dessus|après|joint)|il appartient|procéder|nonobstant"
    r"|préalable\w*|ledit|ladite"
    r"|lesdites?|desdits?|susceptible|conformément|en vertu|afférent\w*|il est fait"
    r"|le cas échéant|au titre d"
    r"|dans le cadre|s[’']acquitter|diligent\w*|présente?s? (?:arrêté|décision"
    r"|délibération)|usagers?"
    r"|pétitionnaire|dispositions?|modalités?|bénéfici\w+|octro\w+|notifi\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """``text``: what to write about, on one line. ``before``: what precedes it in the draft.

    ``span`` locates it in the source; ``rewrite`` is false for what is kept word for word.
    ``after`` follows it in the draft (a citation mark).
    """

    index: int
    text: str
    before: str
    span: Span
    rewrite: bool
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """The units of a text and what it leaves out, in French."""

    units: tuple[Unit, ...]
    notices: tuple[str, ...]


def plan_units(text: str) -> Plan:
    """The units of ``text``, in the order of the draft. Pure: the same text, the same units."""
    act = read_act(text)
    body = [line for line in act.lines if line.kind in ("regle", "intertitre")]
    reasons = act.all("motif")
    units: list[Unit] = []
    for line in act.all("titre"):
        _add(units, act, line, before="# " if not units else " ", rewrite=False)
    previous: Line | None = None
    for line in body:
        _add(units, act, line, before=_before(act, previous, line, first=not units))
        previous = line
    for rank, line in enumerate(reasons):
        heading = "\n\n## Pourquoi ?\n\n" if rank == 0 and body else "\n\n"
        _add(units, act, line, before=heading if units else "")
    for rank, line in enumerate(act.all("signature")):
        before = ("\n\n" if rank == 0 else "\n") if units else ""
        _add(units, act, line, before=before, rewrite=False)
    return Plan(units=tuple(units), notices=_left_out(act))


def needs_rewriting(sentence: str) -> bool:
    """Whether a sentence is long, or holds administrative turns."""
    return len(sentence.split()) > SHORT or _HEAVY.search(sentence) is not None


def _add(
    units: list[Unit], act: Act, line: Line, *, before: str, rewrite: bool | None = None
) -> None:
    words = act.of(line)
    if line.kind == "motif":
        words = reason(words)
    if rewrite is None:
        rewrite = line.kind != "intertitre" and needs_rewriting(words)
    units.append(Unit(index=len(units), text=words, before=before, span=line.span, rewrite=rewrite))


def _before(act: Act, previous: Line | None, line: Line, *, first: bool) -> str:
    mark = "## " if line.kind == "intertitre" else "- " if line.item else ""
    if previous is None:
        return mark if first else f"\n\n{mark}"
    between = act.text[previous.span.end : line.span.start]
    if previous.item and not line.item and "\n" not in between:
        return " "
    if line.item and (previous.item or act.of(previous).endswith(":")):
        return f"\n{mark}"
    if mark or previous.item or previous.kind == "intertitre" or line.article != previous.article:
        return f"\n\n{mark}"
    return "\n\n" if "\n" in between else " "


def _left_out(act: Act) -> tuple[str, ...]:
    counts = [
        (len(act.all("visa")), "visa"),
        (len(act.all("execution")), "phrase d’exécution"),
    ]
    told = [f"{number} {word}{'s' if number > 1 else ''}" for number, word in counts if number]
    if not told:
        return ()
    return (f"Le brouillon ne reprend pas {' et '.join(told)} : cela reste dans l’original.",)
