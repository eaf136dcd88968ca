"""Names changed, left out, brought in; acronyms expanded without a validated list."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.acronyms import VALIDATED, expansions, spelled_out
from beffroi.fidelity.compare.values import ANSWERED
from beffroi.fidelity.names import Name, names
from beffroi.fidelity.severity import SELECTIVE_KINDS, SHORT_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import WHY, finding
from beffroi.fidelity.words import key_of
from beffroi.findings import Finding, Kind, Severity, Span
from beffroi.french.flat import bare


def compare_names(sides: Sides, *, kind: Kind, sheet: str) -> list[Finding]:
    said, written = names(sides.source), names(sides.draft)
    lost = [n for n in said if not (_present(n, sides.draft) or _present(n, sides.common))]
    new = [
        n
        for n in written
        if not (_present(n, sides.source) or _present(n, sides.common) or _present_in(n, sheet))
    ]
    lost = [n for n in lost if not _in_reference(sides.source, n)]
    findings = [_brought_in(sides, name, lost) for name in new if not _explained(name, sides)]
    changed = {f.source for f in findings}
    findings += [
        f for name in lost if (f := _left_out(sides, name, kind)) and f.source not in changed
    ]
    return findings + expansions(sides)


def _present(name: Name, side: Side) -> bool:
    if all(re.search(rf"(?<![a-z0-9]){t}(?![a-z0-9])", side.plain) for t in name.tokens):
        return True
    if name.acronym:
        return spelled_out(name.text, side)
    key = key_of(name.text.lower())
    return any(word.key == key for words in side.words for word in words)


def _present_in(name: Name, text: str) -> bool:
    plain = bare(text)
    return bool(text) and all(token in plain for token in name.tokens)


def _explained(name: Name, sides: Sides) -> bool:
    """Part of the expansion of a validated acronym, or initials of words of the source."""
    token = bare(name.text)
    return any(
        token in words and acronym.lower() in sides.source.plain
        for acronym, words in VALIDATED.items()
    )


def _in_reference(side: Side, name: Name) -> bool:
    """Inside a visa or beside a legal reference: it goes with it."""
    sentence = side.plain_sentence(name.sentence)
    return bool(
        re.match(
            r'["(\- ]*(?:vu |considerant|en application|conformement|sur le fondement)', sentence
        )
    )


def _brought_in(sides: Sides, name: Name, lost: list[Name]) -> Finding:
    place = Span(start=name.start, end=name.end)
    pool = [
        n
        for n in lost
        if sides.likeness[n.sentence][name.sentence] > 0.15 and n.acronym == name.acronym
    ]
    source = Span(start=pool[0].start, end=pool[0].end) if pool else None
    return finding(
        "nom.changement" if pool else "nom.ajout",
        "bloquant" if pool else "a_verifier",
        "Un nom a changé" if pool else "Un nom apparaît sans être dans la source",
        WHY["nom"], source=source, draft=place,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _left_out(sides: Sides, name: Name, kind: Kind) -> Finding | None:
    _, score = sides.best_draft(name.sentence)
    answered = score >= ANSWERED
    severity: Severity = "a_verifier"
    if kind in SHORT_KINDS or (kind in SELECTIVE_KINDS and not answered):
        severity = "information"
    return finding(
        "nom.omission", severity, "Un nom a disparu", WHY["nom"],
        source=Span(start=name.start, end=name.end), draft=None,
        source_text=sides.source.text, draft_text=sides.draft.text, suggestion=name.text,
    )  # fmt: skip
