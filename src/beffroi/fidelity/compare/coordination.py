"""« A et B » made « A ou B », or the reverse."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.lexicon import close
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

WHY = "Tout fournir et choisir ne sont pas la même demande."
_JOIN = re.compile(r"(?<!\w)(et/ou(?!\w)|ainsi qu(?:e(?!\w)|')|ou bien(?!\w)|et(?!\w)|ou(?!\w))")
_TIMES = {"date", "jour", "heure"}
_NEGATIVE = re.compile(
    r"(?<!\w)(?:ne|n|pas|sans|ni|aucune?|interdi\w+|sauf|hormis|except\w*|prohib\w+)(?!\w)"
)
_DAY_AND_NIGHT = re.compile(r"(?<!\w)jours? (?:et|ou|comme)(?: la| les)? nuits?(?!\w)")
_CHOICE = re.compile(r"(?<!\w)(?:l'un|l'une|au choix|soit|un seul|une seule)(?!\w)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """``conjunction`` « et » or « ou » between two content words of one sentence, at offset ``at``."""  # noqa: E501

    conjunction: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    span: Span
    sentence: int
    at: int


def joins(side: Side) -> list[Join]:
    found = []
    for match in _JOIN.finditer(side.plain):
        index = side.sentence_of(match.start())
        words = side.content(index)
        left = [w for w in words if w.end <= match.start()][-3:]
        right = [w for w in words if w.start >= match.end()][:3]
        if left and right and match[1] != "et/ou" and not _between_facts(side, match):
            found.append(
                Join(
                    conjunction="ou" if match[1].startswith("ou") else "et",
                    left=tuple(w.key for w in left),
                    right=tuple(w.key for w in right),
                    span=Span(start=left[-1].start, end=right[0].end),
                    sentence=index,
                    at=match.start(),
                )
            )
    return found


def _between_facts(side: Side, match: re.Match[str]) -> bool:
    """« le 9 et le 10 »: dates, days and hours are compared apart."""
    before = any(0 <= match.start() - f.span.end <= 4 for f in side.facts if f.family in _TIMES)
    after = any(0 <= f.span.start - match.end() <= 4 for f in side.facts if f.family in _TIMES)
    return before and after


def compare_coordination(sides: Sides) -> list[Finding]:
    written = joins(sides.draft)
    findings = []
    source = joins(sides.source)
    for said in source:
        twins = [
            w for w in written if _same_members(said, w) or _only_ones(said, w, source, written)
        ]
        if not twins or any(w.conjunction == said.conjunction for w in twins):
            continue
        if _excused(sides, said, twins[0]):
            continue
        findings.append(
            finding(
                f"coordination.{said.conjunction}_{twins[0].conjunction}", "bloquant",
                f"« {said.conjunction} » devient « {twins[0].conjunction} »", WHY,
                source=said.span, draft=twins[0].span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _same_members(said: Join, written: Join) -> bool:
    left = any(close(a, b) for a in said.left[-2:] for b in written.left[-2:])
    right = any(close(a, b) for a in said.right[:2] for b in written.right[:2])
    crossed = close(said.left[-1], written.right[0]) and close(said.right[0], written.left[-1])
    return (left and right) or crossed or _right_is_precise(said, written)


def _only_ones(said: Join, written: Join, source: list[Join], draft: list[Join]) -> bool:
    """Each is the only one of its text, and the same thing follows."""
    return len(source) == len(draft) == 1 and close(said.right[0], written.right[0])


def _right_is_precise(said: Join, written: Join) -> bool:
    """The two words that follow agree both: the left side was only named otherwise."""
    pairs = list(zip(said.right[:2], written.right[:2], strict=False))
    return len(pairs) == 2 and all(close(a, b) for a, b in pairs)


def _excused(sides: Sides, said: Join, written: Join) -> bool:
    """Under a negation « ni A ni B », « A et B », « A ou B » say the same; so does « l’un des »."""
    source = sides.source.plain_sentence(said.sentence)
    draft = sides.draft.plain_sentence(written.sentence)
    if _NEGATIVE.search(source) or _NEGATIVE.search(draft):
        return True
    if _DAY_AND_NIGHT.search(source) and _DAY_AND_NIGHT.search(draft):
        return True
    return written.conjunction == "et" and bool(_CHOICE.search(draft))
