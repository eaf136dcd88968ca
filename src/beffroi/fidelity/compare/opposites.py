"""A word and its contrary: accepted / refused, open / closed, free / to be paid, more / less."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.fidelity.context import Mention, likeness, mention
from beffroi.fidelity.lexicon import opposites
from beffroi.fidelity.negation import denied, scopes
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Le sens est inversé."
_SAME_SUBJECT = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Stand:
    """On which side of an axis a word stands, its negations counted."""

    axis: str
    sign: int
    at: Mention


def stands(side: Side) -> list[Stand]:
    found: list[Stand] = []
    for index, words in enumerate(side.words):
        negations = scopes(words, side.plain_sentence(index))
        for position, word in enumerate(words):
            for axis, sign in opposites().get(word.key, ()) if word.content else ():
                turned = -sign if denied(position, negations) else sign
                at = mention(side, axis, word.start, word.end)
                found.append(Stand(axis=axis, sign=turned, at=at))
    return found


def compare_opposites(sides: Sides) -> list[Finding]:
    written = stands(sides.draft)
    findings: list[Finding] = []
    for said in stands(sides.source):
        answer = _contrary(sides, said, [w for w in written if w.axis == said.axis])
        if answer:
            findings.append(
                finding(
                    f"contraire.{said.axis}", "bloquant", "Le contraire est dit", WHY,
                    source=said.at.span, draft=answer.at.span,
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings


def _contrary(sides: Sides, said: Stand, written: list[Stand]) -> Stand | None:
    scored = sorted(((likeness(sides, said.at, w.at), w) for w in written), key=lambda p: -p[0])
    scored = [(score, w) for score, w in scored if score >= _SAME_SUBJECT]
    if not scored or scored[0][1].sign == said.sign:
        return None
    best = scored[0][0]
    if any(w.sign == said.sign and score >= 0.7 * best for score, w in scored):
        return None
    return scored[0][1]
