"""A condition of the draft that the source does not set."""

from __future__ import annotations

import re

from beffroi.fidelity.reach import coverage
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span

WHY = "Des personnes se croiraient écartées par une condition que la source ne pose pas."
_IF = re.compile(
    r"(?<!\w)(?<!comme )(?<!meme )(?:si|s'il|s'ils|a condition (?:qu[e']|d[e'])|sous reserve (?:qu[e']|d[e'u])|uniquement si|seulement si)(?!\w)"  # noqa: E501
)
#: « si vous le souhaitez », « si besoin » set no condition.
_FREE = re.compile(
    r" (?:vous (?:le )?(?:souhait\w+|voul\w+|prefer\w+|desir\w+|pouvez|avez (?:une|des) question)|besoin|possible|necessaire|oui|non|c'est|ce n'est|vous (?:etes|n'etes) (?:pas )?d'accord|rien|nous|on)(?!\w)"  # noqa: E501
)
_END = re.compile(r"[.;:!?()\n]|, ")
_FEWEST = 2


def compare_new_conditions(sides: Sides) -> list[Finding]:
    """« si la famille a des attaches », of which the source says not a word."""
    groups = (*sides.source.words, *sides.common.words)
    known = [word for group in groups for word in group if word.content]
    findings = []
    for match in _IF.finditer(sides.draft.plain):
        if _FREE.match(sides.draft.plain, match.end()):
            continue
        span = _clause(sides.draft, match)
        words = [
            w
            for w in sides.draft.content(sides.draft.sentence_of(match.start()))
            if match.end() <= w.start < span.end
        ]
        if len(words) >= _FEWEST and _foreign(words, known):
            findings.append(
                finding(
                    "condition.ajout", "a_verifier", "Une condition est ajoutée", WHY,
                    source=None, draft=span,
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings


def _clause(side: Side, match: re.Match[str]) -> Span:
    sentence = side.sentences[side.sentence_of(match.start())]
    end = _END.search(side.plain, match.end(), sentence.end)
    return Span(start=match.start(), end=end.start() if end else sentence.end)


def _foreign(words: list[Word], known: list[Word]) -> bool:
    return coverage(words, known) <= 1 / 3
