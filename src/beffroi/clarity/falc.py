"""Brouillon FALC: its layout as lines, and the sheet with which concerned people proof-read it.

Sources: « L’information pour tous », European easy-to-read rules (Inclusion Europe, 2009), and the
State’s referential (RLS 1.1, 1.7, 1.8, 1.14, 2.1, 3.1). A text may be called « FALC » only when
people with an intellectual disability took part in it: what comes out of here is always a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beffroi.clarity.rules import clarity_findings
from beffroi.errors import EmptyText, InputError
from beffroi.findings import Finding
from beffroi.french import sentences, word_texts

NAME = "brouillon FALC à faire relire par des personnes concernées"
POINT_SIZE = 14
LINE_SPACING = 1.5

#: What the readers are asked, one question a line.
QUESTIONS: tuple[str, ...] = (
    "Comprenez-vous de quoi parle le texte ?",
    "Savez-vous si le texte vous concerne ?",
    "Savez-vous ce que vous devez faire ?",
    "Savez-vous quand vous devez le faire ?",
    "Savez-vous à qui demander de l’aide ?",
    "Y a-t-il des mots que vous ne connaissez pas ? Lesquels ?",
    "Y a-t-il des phrases trop longues ? Lesquelles ?",
    "Les images vous aident-elles à comprendre ?",
    "Manque-t-il quelque chose ?",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One sentence on its line; ``picture`` when a picture belongs beside it."""

    text: str
    title: bool
    picture: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Proofreading:
    """Who proof-read the draft, when and with what result; all are needed for a record.

    ``readers``: first names or initials of the people concerned, or their group, with their
    agreement; ``companion``: who accompanied them; ``understood``: what they understood and what
    they did not; ``changed``: what was changed after them; ``version``: that which they read.
    """

    readers: tuple[str, ...]
    companion: str
    on: date
    understood: str
    changed: str
    version: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A draft ready for its proof-reading: lines, questions, what is still difficult.

    ``act`` is the original act, always attached whole.
    """

    name: str
    lines: tuple[Line, ...]
    questions: tuple[str, ...]
    findings: tuple[Finding, ...]
    act: str
    proofreadings: tuple[Proofreading, ...] = ()


def sheet(draft: str, *, act: str, proofreadings: Sequence[Proofreading] = ()) -> Sheet:
    """The proof-reading sheet of ``draft``, with the original ``act`` attached.

    Raises :class:`EmptyText` when either is blank, :class:`InputError` for a record of
    proof-reading that names nobody.
    """
    if not draft.strip() or not act.strip():
        raise EmptyText
    if not all(record.readers and record.companion for record in proofreadings):
        raise InputError(
            "La relecture doit nommer au moins une personne concernée et qui l’a accompagnée."
        )
    return Sheet(
        name=NAME,
        lines=tuple(lines(draft)),
        questions=QUESTIONS,
        findings=tuple(clarity_findings(draft, audience="falc")),
        act=act,
        proofreadings=tuple(proofreadings),
    )


def lines(draft: str) -> list[Line]:
    """One sentence a line; a picture is kept for the first sentence of each paragraph."""
    found: list[Line] = []
    end = 0
    for span in sentences(draft):
        written = span.of(draft)
        title = written.startswith("#") or (
            written[-1] not in ".!?:…;" and len(word_texts(written)) <= 8
        )
        new_paragraph = not found or "\n\n" in draft[end : span.start]
        found.append(
            Line(
                text=written.lstrip("# "),
                title=title,
                picture=not title and (new_paragraph or found[-1].title),
            )
        )
        end = span.end
    return found


def as_text(made: Sheet) -> str:
    """The sheet as plain text: draft, questions, record of proof-reading, original act."""
    parts = [f"Ce texte est un {made.name}.", ""]
    for line in made.lines:
        parts += ["", line.text]
        if line.picture:
            parts.append("[place pour une image]")
    parts += ["", "Questions aux personnes qui relisent", ""]
    parts += [f"- {question}" for question in made.questions]
    parts += ["", "Relecture", "", *record_lines(made)]
    return "\n".join([*parts, "", "Texte officiel complet", "", made.act])


def record_lines(made: Sheet) -> list[str]:
    """What is known of each proof-reading, a line a fact; lines to fill in when there is none."""
    if not made.proofreadings:
        return ["Pas encore relu par des personnes concernées.", "Relu par :", "Avec :", "Le :"]
    return [line for record in made.proofreadings for line in _record(record)]


def _record(record: Proofreading) -> list[str]:
    version = [f"Version relue : {record.version}"] if record.version is not None else []
    return [
        f"Relu par : {', '.join(record.readers)}",
        f"Avec : {record.companion}",
        f"Le : {record.on.strftime('%d/%m/%Y')}",
        *version,
        f"Ce qui a été compris : {record.understood}",
        f"Ce qui a été changé : {record.changed}",
    ]
