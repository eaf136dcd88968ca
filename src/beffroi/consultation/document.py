"""The report as a text to be laid out: docx, odt, tagged pdf (:mod:`beffroi.documents`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beffroi.consultation.crossings import HIDDEN_SAID, Crossing, gap_said
from beffroi.consultation.tracks import CRITERIA
from beffroi.consultation.view import ReportView, ThemeView
from beffroi.documents import ExportFormat, Marking, write
from beffroi.errors import ExportFailed

NB = "\N{NO-BREAK SPACE}"
QUOTED = 3
#: Signs outside the Latin letters, punctuation and symbols that our fonts draw.
_UNDRAWN = re.compile(
    r"[^\n\t\u0020-\u007e\u00a0-\u017f\u2010-\u2027\u202f-\u205e\u20ac\u2122\u2212\u2217\u25a1]"
)
BOXES = "Un carré (□) tient la place d’un signe que la police de ce document ne sait pas dessiner."


def document(
    view: ReportView,
    *,
    format: ExportFormat,
    marking: Marking,
    reading: str = "",
    crossings: Sequence[Crossing] = (),
) -> bytes:
    """The file of the report. ``reading`` says what was read again by a person."""
    text = light_text(view, reading, crossings)
    try:
        return write(text, format=format, marking=marking, title=view.question)
    except ExportFailed:
        # An inhabitant wrote a sign that no font of this machine draws: the report stands.
        drawn = f"{_UNDRAWN.sub('□', text)}\n\n{BOXES}"
        title = _UNDRAWN.sub("□", view.question)
        return write(drawn, format=format, marking=marking, title=title)


def light_text(view: ReportView, reading: str = "", crossings: Sequence[Crossing] = ()) -> str:
    """Titles, paragraphs, lists and tables of the report, in reading order."""
    parts = [f"# {view.question}", view.received, "## Synthèse"]
    said = [sentence for sentence in view.synthesis if sentence.text != view.received]
    parts += [f"{sentence.text}{_cited(sentence.cites)}" for sentence in said]
    parts += ["## Thèmes", *(line for theme in view.themes for line in _theme(theme))]
    parts += ["## Signaux faibles à lire", *_signals(view)]
    parts += ["## Contradictions à vérifier", *_pairs(view)]
    parts += ["## Pistes d’action", CRITERIA, *_tracks(view)]
    parts += _profiles(crossings)
    parts += ["## Décision", "À remplir par les élus et les services.", "## Méthode et comptes"]
    parts += [view.method, *([reading] if reading else [])]
    parts += ["\n".join(f"- {name}{NB}: {count}" for _, name, count in view.accounting)]
    return "\n\n".join(_safe(part) for part in parts if part)


def _theme(theme: ThemeView) -> list[str]:
    lines = [f"### {theme.title}", f"{_counted(theme)}. {theme.description}"]
    lines += [f"«{NB}{quote.text}{NB}» (réponse{NB}{quote.row})" for quote in theme.quotes[:QUOTED]]
    if theme.children:
        lines.append("\n".join(f"- {c.title}{NB}: {_counted(c)}" for c in theme.children))
    return lines


def _counted(theme: ThemeView) -> str:
    return f"{theme.answers}{NB}réponse{'s' * (theme.answers > 1)} ({theme.said})"


def _signals(view: ReportView) -> Sequence[str]:
    if not view.signals:
        return ["Aucun passage rare ou urgent n’a été repéré par règle."]
    return [
        f"«{NB}{s.quote.text}{NB}» (réponse{NB}{s.quote.row}){NB}: {s.reasons}."
        for s in view.signals
    ]


def _pairs(view: ReportView) -> Sequence[str]:
    if not view.pairs:
        return ["Aucune paire de passages opposés n’a été repérée."]
    return [
        f"{p.theme}{NB}: «{NB}{p.first.text}{NB}» (réponse{NB}{p.first.row}) et "
        f"«{NB}{p.second.text}{NB}» (réponse{NB}{p.second.row})."
        for p in view.pairs
    ]


def _profiles(crossings: Sequence[Crossing]) -> list[str]:
    """A table a crossing, after the sentence that says its widest gap."""
    if not crossings:
        return []
    parts = ["## Profils", HIDDEN_SAID]
    for crossing in crossings:
        rows = [
            f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in crossing.rows
        ]
        rule = f"|{'---|' * len(crossing.rows[0])}"
        parts += [
            f"### {crossing.title}",
            gap_said(crossing),
            "\n".join([rows[0], rule, *rows[1:]]),
        ]
    return parts


def _tracks(view: ReportView) -> Sequence[str]:
    return [f"- {track.text}{_cited(track.cites)}" for track in view.tracks]


def _cited(cites: Sequence[int]) -> str:
    return f" [{', '.join(map(str, cites))}]" if cites else ""


def _safe(part: str) -> str:
    """Stars and underscores of a quotation stay what they are."""
    return part.replace("*", "∗").replace("`", "’")
