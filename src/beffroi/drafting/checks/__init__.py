"""The checks of a draft: plain functions ``check(source, draft, context) -> list[Finding]``.

Adding one is adding a file here and a line in ``CHECKS``.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from beffroi.drafting.checks.citations import check_citations
from beffroi.drafting.checks.empty import check_empty
from beffroi.drafting.checks.facts import check_facts
from beffroi.drafting.checks.forbidden import check_forbidden
from beffroi.drafting.checks.injection import check_injection
from beffroi.drafting.checks.language import check_language
from beffroi.drafting.checks.limits import check_limits
from beffroi.drafting.checks.personal_data import check_personal_data
from beffroi.drafting.checks.repetition import check_repetition
from beffroi.drafting.checks.residue import check_residue
from beffroi.findings import SEVERITY_ORDER, Check, CheckContext, Finding

CHECKS: tuple[Check, ...] = (
    check_empty,
    check_limits,
    check_forbidden,
    check_facts,
    check_citations,
    check_personal_data,
    check_repetition,
    check_residue,
    check_language,
    check_injection,
)

#: Weight of a finding when two drafts are compared: one blocking point outweighs many others.
WEIGHTS = {"bloquant": 100, "a_verifier": 10, "information": 1}


def check_all(
    source: str, draft: str, context: CheckContext, *, checks: Sequence[Check] = CHECKS
) -> tuple[Finding, ...]:
    """The findings of all ``checks``, the gravest first, then in the order of the draft."""
    found = [finding for check in checks for finding in _of(check, source, draft, context)]
    return tuple(sorted(found, key=_order))


def _of(check: Check, source: str, draft: str, context: CheckContext) -> list[Finding]:
    """The findings of one check. A check that breaks down is told, as a point to verify by eye:
    the person keeps the draft, and never takes it for checked."""
    try:
        return check(source, draft, context)
    except Exception as error:
        name = getattr(check, "__name__", "")
        logging.getLogger(__name__).exception("the check %s broke down", name)
        return [
            Finding(
                type="controle.impossible",
                severity="a_verifier",
                title="Un contrôle n’a pas pu être fait",
                message="Comparez vous-même le brouillon et l’original : Beffroi n’a pas pu tout "
                f"vérifier ({name}, {type(error).__name__}).",
            )
        ]


def weight(findings: Sequence[Finding]) -> int:
    """How heavy ``findings`` are: the lower, the better the draft."""
    return sum(WEIGHTS[finding.severity] for finding in findings)


def _order(finding: Finding) -> tuple[int, int, int]:
    place = finding.draft.start if finding.draft else 1 << 40
    origin = finding.source.start if finding.source else 1 << 40
    return (SEVERITY_ORDER[finding.severity], place, origin)
