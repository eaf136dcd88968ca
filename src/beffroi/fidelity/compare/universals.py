"""« quel que soit leur statut », « sans condition de ressources »: who may not be left out."""

from __future__ import annotations

import re

from beffroi.fidelity.reach import ENOUGH, coverage, words_of
from beffroi.fidelity.severity import SHORT_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Kind, Span

WHY = "Des personnes que la source accueille expressément se croiraient écartées."
_WHATEVER = re.compile(
    r"(?<!\w)(?:quel(?:le)?s? qu(?:e|'il|'elle)s? soi(?:t|ent)|sans (?:aucune )?conditions? d[e']|sans (?:aucune )?distinction|independamment d[e']|y compris|meme (?:si|sans|en l'absence|non|en cas|lorsqu)|qu'(?:il|elle|ils|elles) soi(?:t|ent))[^.;:!?\n]{3,80}"  # noqa: E501
)
_STILL = re.compile(
    r"(?<!\w)(?:quel\w*|tou(?:s|t|te|tes)|sans|meme|aussi|compris|aucun\w*|n'importe|peu importe|importance|chacun\w*|toujours|ni|pas besoin|pas oblig\w+|quand meme|egalement|dont|libre\w*|soi(?:t|ent)|ou)(?!\w)"  # noqa: E501
)
_TOLD = 0.5


def compare_universals(sides: Sides, *, kind: Kind) -> list[Finding]:
    findings = []
    for match in _WHATEVER.finditer(sides.source.plain):
        index = sides.source.sentence_of(match.start())
        best, score = sides.best_draft(index)
        if best is None or score < ENOUGH or _STILL.search(sides.draft.plain):
            continue
        words = [w for w in sides.source.content(index) if match.start() <= w.start < match.end()]
        told = coverage(words, words_of(sides.draft, range(len(sides.draft.sentences))))
        if words and told < _TOLD:
            findings.append(
                finding(
                    "etendue.omission", "information" if kind in SHORT_KINDS else "a_verifier",
                    "Une précision qui ouvre à tous a disparu", WHY,
                    source=Span(start=match.start(), end=match.end()),
                    draft=sides.draft.sentences[best],
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings
