"""Facts with a value: changed, left out, added. Both directions, sentence against sentence."""

from __future__ import annotations

from collections.abc import Set

from beffroi.fidelity import severity
from beffroi.fidelity.compare.accepted import accepted_addition
from beffroi.fidelity.compare.matching import Matching
from beffroi.fidelity.compare.permitted import in_dropped_visa, is_internal, keeps_part
from beffroi.fidelity.lexicon import close
from beffroi.fidelity.same import implied, same
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import WHY, finding, title
from beffroi.findings import Finding, Kind

#: A source sentence whose best answer is at least this alike is « answered » in the draft.
ANSWERED = 0.22


def compare_values(
    sides: Sides, matching: Matching, *, kind: Kind, may_omit: Set[str], sheet: tuple[Fact, ...]
) -> list[Finding]:
    """Findings for the facts that :func:`match_facts` left without an answer."""
    findings: list[Finding] = []
    extra = [f for f in matching.extra if not accepted_addition(f, sides, sheet)]
    used: set[int] = set()
    said_twice: set[tuple[str, tuple[str, ...]]] = set()
    for fact in matching.missing:
        index = _answer(fact, extra, used, sides)
        if index is not None:
            used.add(index)
            findings.append(_changed(fact, extra[index], sides))
        elif any(same(fact, other) for other in sides.common.facts):
            continue
        elif not severity.allowed(fact.family, may_omit) and not is_internal(fact, sides.source):
            key = (fact.family, fact.value)
            if key not in said_twice:
                findings.append(_omitted(fact, sides, kind))
            said_twice.add(key)
    findings += [
        _added(fact, sides)
        for index, fact in enumerate(extra)
        if index not in used and not any(implied(fact, other) for other in sides.common.facts)
    ]
    return findings


def _answer(fact: Fact, extra: list[Fact], used: set[int], sides: Sides) -> int | None:
    """The draft fact that stands where ``fact`` should: same family, most alike sentence."""
    best, best_score = None, 0.0
    row = sides.likeness[sides.source.sentence_of(fact.span.start)]
    for index, other in enumerate(extra):
        if index in used or not _comparable(fact, other):
            continue
        score = row[sides.draft.sentence_of(other.span.start)] + _closeness(fact, other)
        if score > best_score:
            best, best_score = index, score
    return best if best_score >= 0.12 else None


def _comparable(fact: Fact, other: Fact) -> bool:
    return fact.family == other.family or {fact.family, other.family} in (
        {"adresse", "voie"},
        {"duree", "nombre"},
        {"montant", "nombre"},
        {"quantite", "nombre"},
        {"taux", "nombre"},
        {"vote", "nombre"},
        {"acte", "reference"},
        {"date", "duree"},
        {"heure", "duree"},
    )


def _closeness(fact: Fact, other: Fact) -> float:
    """A little more for the same family, the same bound, a shared part of the value."""
    score = 0.1 if fact.family == other.family else 0.0
    score += 0.05 if fact.bound == other.bound else 0.0
    shared = sum(1 for a, b in zip(fact.value, other.value, strict=False) if a and a == b)
    return score + 0.05 * shared


def _changed(fact: Fact, other: Fact, sides: Sides) -> Finding:
    return finding(
        f"{fact.family}.changement",
        severity.of_change(fact.family) if _same_noun(fact, other, sides) else "a_verifier",
        title(fact.family, "change"),
        WHY[fact.family],
        source=fact.span,
        draft=other.span,
        source_text=sides.source.text,
        draft_text=sides.draft.text,
        suggestion=fact.text,
    )


def _same_noun(fact: Fact, other: Fact, sides: Sides) -> bool:
    """For a bare count, the thing counted must be the same for the change to be certain."""
    if fact.family != "nombre":
        return True
    left, right = _noun(sides.source, fact), _noun(sides.draft, other)
    return bool(left and right and close(left, right))


def _noun(side: Side, fact: Fact) -> str:
    words = side.content(side.sentence_of(fact.span.start))
    return next((w.key for w in words if w.start >= fact.span.end), "")


def _omitted(fact: Fact, sides: Sides, kind: Kind) -> Finding:
    _, score = sides.best_draft(sides.source.sentence_of(fact.span.start))
    family = "reference" if "texte" in fact.details or "rang" in fact.value else fact.family
    return finding(
        f"{fact.family}.omission",
        "information"
        if in_dropped_visa(fact, sides)
        else "bloquant"
        if family in severity.CRITICAL | {"voie", "adresse"} and keeps_part(fact, sides)
        else severity.of_omission(family, kind, answered=score >= ANSWERED),
        title(fact.family, "omis"),
        WHY[fact.family],
        source=fact.span,
        draft=None,
        source_text=sides.source.text,
        draft_text=sides.draft.text,
        suggestion=fact.text,
    )


def _added(fact: Fact, sides: Sides) -> Finding:
    return finding(
        f"{fact.family}.ajout",
        severity.of_addition(fact.family),
        title(fact.family, "ajoute"),
        WHY[fact.family],
        source=None,
        draft=fact.span,
        source_text=sides.source.text,
        draft_text=sides.draft.text,
    )
