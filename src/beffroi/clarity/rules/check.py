"""Run the rules of a profile on a text and give their findings, the most serious first."""

from __future__ import annotations

from beffroi.clarity.rules.catalogue import rules_for
from beffroi.clarity.rules.rule import Audience, Hit, Reading, Rule
from beffroi.errors import UnknownName
from beffroi.findings import SEVERITY_ORDER, CheckContext, Finding

AUDIENCES: tuple[Audience, ...] = ("langage-clair", "falc")


def clarity_findings(text: str, *, audience: Audience = "langage-clair") -> list[Finding]:
    """What makes ``text`` hard to read, passage by passage.

    Never « bloquant »: clarity comes after fidelity. A rule that could push to distort carries a
    caution in its message. Raises :class:`UnknownName` for another audience.
    """
    if audience not in AUDIENCES:
        raise UnknownName(
            f"Le profil « {audience} » n’existe pas.", next_step="Choisissez langage-clair ou falc."
        )
    reading = Reading(text=text, audience=audience)
    found = [
        _finding(reading, rule, hit) for rule in rules_for(audience) for hit in rule.find(reading)
    ]
    return sorted(
        found, key=lambda f: (SEVERITY_ORDER[f.severity], f.draft.start if f.draft else 0)
    )


def check(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """:func:`clarity_findings` in the shape of :data:`beffroi.findings.Check`."""
    return clarity_findings(draft)


def _finding(reading: Reading, rule: Rule, hit: Hit) -> Finding:
    return Finding(
        type="clarte." + rule.name,
        severity=rule.severity,
        title=rule.title,
        message=" ".join(part for part in (hit.message, rule.reason, rule.caution) if part),
        draft=hit.span,
        draft_text=hit.span.of(reading.text),
        suggestion=hit.suggestion,
        reference=rule.reference,
    )
