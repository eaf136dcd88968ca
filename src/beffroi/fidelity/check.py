"""The whole check: read both texts, compare by classes, order the findings, give a verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set

from beffroi.errors import EmptyText
from beffroi.fidelity.compare.additions import compare_additions
from beffroi.fidelity.compare.alternatives import compare_alternatives
from beffroi.fidelity.compare.anchors import compare_anchors
from beffroi.fidelity.compare.arrangement import compare_arrangement
from beffroi.fidelity.compare.bounds import compare_bounds
from beffroi.fidelity.compare.certainty import compare_certainty, compare_vagueness
from beffroi.fidelity.compare.clauses import compare_clauses
from beffroi.fidelity.compare.continuity import compare_continuity
from beffroi.fidelity.compare.coordination import compare_coordination
from beffroi.fidelity.compare.edits import compare_edits
from beffroi.fidelity.compare.frequencies import compare_frequencies
from beffroi.fidelity.compare.lacks import compare_lacks
from beffroi.fidelity.compare.left_out import compare_left_out
from beffroi.fidelity.compare.matching import match_facts
from beffroi.fidelity.compare.members import compare_members
from beffroi.fidelity.compare.modality import compare_modality
from beffroi.fidelity.compare.names import compare_names
from beffroi.fidelity.compare.new_conditions import compare_new_conditions
from beffroi.fidelity.compare.new_exceptions import compare_new_exceptions
from beffroi.fidelity.compare.opposites import compare_opposites
from beffroi.fidelity.compare.order import compare_order
from beffroi.fidelity.compare.places import compare_places
from beffroi.fidelity.compare.polarity import compare_polarity
from beffroi.fidelity.compare.predicates import compare_predicates
from beffroi.fidelity.compare.publics import compare_publics
from beffroi.fidelity.compare.quantity_words import compare_quantifiers
from beffroi.fidelity.compare.ranges import compare_ranges
from beffroi.fidelity.compare.relations import compare_relations
from beffroi.fidelity.compare.rights import compare_rights
from beffroi.fidelity.compare.roles import compare_roles
from beffroi.fidelity.compare.status import compare_status
from beffroi.fidelity.compare.subjects import compare_subjects
from beffroi.fidelity.compare.swaps import compare_swaps
from beffroi.fidelity.compare.transfers import compare_transfers
from beffroi.fidelity.compare.universals import compare_universals
from beffroi.fidelity.compare.values import compare_values
from beffroi.fidelity.compare.weakening import compare_weakening
from beffroi.fidelity.facts import facts
from beffroi.fidelity.ordering import distinct, ordered, weighed
from beffroi.fidelity.set_apart import essence
from beffroi.fidelity.sides import Sides, read_sides
from beffroi.fidelity.types import Verdict
from beffroi.fidelity.weigh import weigh
from beffroi.findings import CheckContext, Finding, Kind

_LABEL = re.compile(r"\s*[(\[](?:pour|À|à) [^)\]]{3,80}[)\]]\s?:?", re.IGNORECASE)
#: The classes that need nothing but the two texts, in the order of their findings.
CLASSES: tuple[Callable[[Sides], list[Finding]], ...] = (
    compare_modality,
    compare_weakening,
    compare_opposites,
    compare_coordination,
    compare_quantifiers,
    compare_status,
    compare_certainty,
    compare_vagueness,
    compare_roles,
    compare_swaps,
    compare_additions,
    compare_edits,
    compare_polarity,
    compare_order,
    compare_continuity,
    compare_ranges,
    compare_alternatives,
    compare_arrangement,
    compare_relations,
    compare_predicates,
    compare_new_exceptions,
    compare_transfers,
    compare_subjects,
    compare_lacks,
    compare_new_conditions,
)


def compare(
    source: str,
    draft: str,
    *,
    kind: Kind = "plain",
    may_omit: Set[str] = frozenset(),
    sheet: str = "",
) -> list[Finding]:
    """What ``draft`` does not say as ``source`` does, the most serious first.

    ``kind`` decides which omissions are legitimate; ``may_omit`` names families that the modèle
    allows to leave out (``"reference_juridique"``, ``"contact"``, ``"montant"``…); ``sheet`` is a
    text whose facts the draft may add. Raises :class:`EmptyText` when the source is blank.
    """
    if not source.strip():
        raise EmptyText("Le texte source est vide.")
    findings, sides = found(source, draft, kind=kind, may_omit=may_omit, sheet=sheet)
    return ordered(weigh(findings, sides, kind=kind))


def found(
    source: str,
    draft: str,
    *,
    kind: Kind = "plain",
    may_omit: Set[str] = frozenset(),
    sheet: str = "",
) -> tuple[list[Finding], Sides]:
    """What the rules alone find, before the learned weights, and the texts as they were read."""
    draft = _for_whom(draft) if kind == "audience" else draft
    sides = read_sides(source, draft)
    if essence(source) == essence(draft):
        return [], sides
    matching = match_facts(sides)
    known = tuple(facts(sheet)) if sheet else ()
    findings = compare_values(sides, matching, kind=kind, may_omit=may_omit, sheet=known)
    findings += compare_bounds(sides, matching)
    findings += compare_anchors(sides, matching, kind=kind)
    findings += compare_rights(sides, kind=kind)
    findings += compare_names(sides, kind=kind, sheet=sheet)
    findings += compare_clauses(sides, kind=kind)
    findings += compare_members(sides, kind=kind)
    findings += compare_left_out(sides, kind=kind)
    findings += compare_publics(sides, kind=kind)
    findings += compare_places(sides, kind=kind)
    findings += compare_frequencies(sides, kind=kind)
    findings += compare_universals(sides, kind=kind)
    for compare_class in CLASSES:
        findings += compare_class(sides)
    return weighed(distinct(findings), sides), sides


def _for_whom(draft: str) -> str:
    """« (Pour une personne âgée) » says whom the rewrite is for: left blank, place for place."""
    label = _LABEL.match(draft)
    return draft if label is None else " " * label.end() + draft[label.end() :]


def check(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """:func:`compare` in the shape of :data:`beffroi.findings.Check`; nothing for a blank source."""  # noqa: E501
    if not source.strip():
        return []
    return compare(source, draft, kind=context.kind, may_omit=context.may_omit, sheet=context.sheet)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """« infidele » with any blocking finding, « a_verifier » with any doubt, else « fidele »."""
    severities = {finding.severity for finding in findings}
    if "bloquant" in severities:
        return "infidele"
    return "a_verifier" if "a_verifier" in severities else "fidele"
